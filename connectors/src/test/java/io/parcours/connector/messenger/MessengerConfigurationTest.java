package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.MessengerTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

class MessengerConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(MessengerConfiguration.class, AccountRoutes.class)
            .withBean(RecordingInbox.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void accountsOfTheConfigurationAndOfBeansAreServed() {
        try (PageApi api = new PageApi()) {
            runner.withPropertyValues(
                            "parcours.messenger.accounts[0].tenant=baobab",
                            "parcours.messenger.accounts[0].name=baobab-page",
                            "parcours.messenger.accounts[0].url=" + api.url(),
                            "parcours.messenger.accounts[0].page-id=111",
                            "parcours.messenger.accounts[0].token=tok",
                            "parcours.messenger.accounts[0].app-secret=sec",
                            "parcours.messenger.accounts[0].verify-token=ver",
                            "parcours.messenger.accounts[0].options.response-timeout=6s",
                            "parcours.messenger.accounts[0].options.rate=20",
                            "parcours.messenger.accounts[0].options.utility-messages=true",
                            "parcours.messenger.accounts[0].options.page-name=sahelmobile")
                    .withBean(
                            MessengerAccounts.class,
                            () -> () -> List.of(MessengerAccount.of("karite", "karite-page", "222", "t", "s", "v")
                                    .at(api.url())))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        assertThat(channel.states()).hasSize(2).allMatch(AccountState::works);
                        assertThat(channel.account("karite")).contains("karite-page");
                        assertThat(channel.invitation("baobab", UUID.randomUUID())
                                        .orElseThrow())
                                .contains("/sahelmobile?");
                        channel.send(message("baobab", "baobab-page"));
                        channel.send(message("karite", "karite-page"));
                        assertThat(api.posts().get(0)).startsWith("POST /v23.0/111/messages");
                        assertThat(api.posts().get(1)).startsWith("POST /v23.0/222/messages");
                        assertThat(context.getBean(ServletRegistrationBean.class)
                                        .getUrlMappings())
                                .isEqualTo(Set.of("/webhooks/messenger/*"));
                    });
        }
    }

    @Test
    void aPageWhoseTokenWasRevokedIsDownBeforeAnythingIsSentByIt() {
        try (PageApi api = new PageApi()) {
            api.answers(PageApi.error(401, 190, 463));
            runner.withBean(MessengerAccount.class, () -> MessengerAccount.of("baobab", "page", "111", "t", "s", "v")
                            .at(api.url()))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        soon().until(() -> !channel.states().get(0).works());
                        assertThat(channel.states().get(0).problem())
                                .isEqualTo(Problem.of("meta.token", "HTTP 401, code 190/463"));
                        assertThat(api.posts()).isEmpty();
                    });
        }
    }

    @Test
    void withoutAccountsTheConnectorIsThereAndIdle() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Channel.class).states()).isEmpty();
            assertThat(context.getBean(Channel.class).invitation("baobab", UUID.randomUUID()))
                    .isEmpty();
        });
    }

    @Test
    void anUnusableAccountStopsTheStartWithOneSentence() {
        runner.withPropertyValues(
                        "parcours.messenger.accounts[0].tenant=baobab",
                        "parcours.messenger.accounts[0].name=page",
                        "parcours.messenger.accounts[0].page-id=111",
                        "parcours.messenger.accounts[0].token=topsecret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not a Messenger account: it needs the app secret")
                        .hasMessageNotContaining("topsecret"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', p, 1, t, s, v, tenant",
        "a, a/b, 1, t, s, v, name",
        "a, p, sahelmobile, t, s, v, page id",
        "a, p, '', t, s, v, page id",
        "a, p, 1, top secret, s, v, token",
        "a, p, 1, t, '', v, app secret",
        "a, p, 1, t, s, '', verify token"
    })
    void whatIsWrongIsToldInASentenceThatKeepsItsSecrets(
            String tenant, String name, String page, String token, String secret, String verify, String told) {
        assertThatThrownBy(() -> MessengerAccount.of(tenant, name, page, token, secret, verify))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a Messenger account: ")
                .hasMessageContaining(told)
                .hasMessageNotContaining("top secret");
    }

    @Test
    void anAccountIsPrintedWithoutItsSecrets() {
        assertThat(MessengerAccount.of("baobab", "p", "123", "tok-1", "sec-1", "ver-1")
                        .toString())
                .contains("baobab/p", "https://graph.facebook.com/v23.0/123")
                .doesNotContain("tok-1", "sec-1", "ver-1");
    }

    @Test
    void aPageBelongsToOneAccountOverAllTenants() {
        MessengerAccount one = MessengerAccount.of("baobab", "p", "1", "t", "s", "v");
        assertThatThrownBy(() -> lines(one, MessengerAccount.of("karite", "k", "1", "t", "s", "v")))
                .hasMessageContaining("set up under another name already");
        assertThatThrownBy(() -> lines(one, MessengerAccount.of("karite", "p", "2", "t", "s", "v")))
                .hasMessageContaining("another account has this name");
    }

    private static WebLines<MessengerLine> lines(MessengerAccount... accounts) {
        return new WebLines<>(Stream.of(accounts)
                .map(account -> new MessengerLine(account, Clock.systemUTC()))
                .toList());
    }

    private static OutboundMessage message(String tenant, String account) {
        return new OutboundMessage(UUID.randomUUID(), tenant, account, Payload.AWA, "Bonjour", List.of());
    }
}
