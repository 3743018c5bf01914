package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

class WhatsAppConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(WhatsAppConfiguration.class, AccountRoutes.class)
            .withBean(RecordingInbox.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void accountsOfTheConfigurationAndOfBeansAreServed() {
        try (RawCloud cloud = new RawCloud()) {
            runner.withPropertyValues(
                            "parcours.whatsapp.accounts[0].tenant=baobab",
                            "parcours.whatsapp.accounts[0].name=baobab-wa",
                            "parcours.whatsapp.accounts[0].url=" + cloud.url(),
                            "parcours.whatsapp.accounts[0].phone-number-id=111",
                            "parcours.whatsapp.accounts[0].token=tok",
                            "parcours.whatsapp.accounts[0].app-secret=sec",
                            "parcours.whatsapp.accounts[0].verify-token=ver",
                            "parcours.whatsapp.accounts[0].options.response-timeout=6s",
                            "parcours.whatsapp.accounts[0].options.rate=20",
                            "parcours.whatsapp.accounts[0].options.list-label=Voir")
                    .withBean(
                            WhatsAppAccounts.class,
                            () -> () -> List.of(WhatsAppAccount.of("karite", "karite-wa", "222", "t", "s", "v")
                                    .at(cloud.url())))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        assertThat(channel.states()).hasSize(2).allMatch(AccountState::works);
                        assertThat(channel.account("karite")).contains("karite-wa");
                        assertThat(channel.send(message("baobab", "baobab-wa")).providerIds())
                                .hasSize(1);
                        channel.send(message("karite", "karite-wa"));
                        assertThat(cloud.posts().get(0)).startsWith("POST /v23.0/111/messages");
                        assertThat(cloud.posts().get(1)).startsWith("POST /v23.0/222/messages");
                        assertThat(context.getBean(ServletRegistrationBean.class)
                                        .getUrlMappings())
                                .isEqualTo(Set.of("/webhooks/whatsapp/*"));
                    });
        }
    }

    @Test
    void withoutAccountsTheConnectorIsThereAndIdle() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Channel.class).states()).isEmpty();
            assertThat(context.getBean(Channel.class).account("baobab")).isEmpty();
        });
    }

    @Test
    void anUnusableAccountStopsTheStartWithOneSentence() {
        runner.withPropertyValues(
                        "parcours.whatsapp.accounts[0].tenant=baobab",
                        "parcours.whatsapp.accounts[0].name=wa",
                        "parcours.whatsapp.accounts[0].phone-number-id=111",
                        "parcours.whatsapp.accounts[0].token=topsecret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not a WhatsApp account: it needs the app secret")
                        .hasMessageNotContaining("topsecret"));
    }

    @Test
    void anAccountWhoseTokenIsWrongIsDownBeforeAnythingIsSentByIt() {
        WhatsAppSimAccount good = new WhatsAppSimAccount("111", "22997007070", "tok", "sec", "ver");
        try (WhatsAppSimulator meta = WhatsAppSimulator.start(good)) {
            runner.withBean("good", WhatsAppAccount.class, () -> of(meta, "good", "111", "tok"))
                    .withBean("revoked", WhatsAppAccount.class, () -> of(meta, "revoked", "222", "old"))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        soon().until(() -> channel.states().stream().anyMatch(state -> !state.works()));
                        assertThat(channel.states())
                                .filteredOn(state -> !state.works())
                                .singleElement()
                                .satisfies(state -> {
                                    assertThat(state.account()).isEqualTo("revoked");
                                    assertThat(state.problem())
                                            .isEqualTo(Problem.of("meta.token", "HTTP 401, code 190"));
                                });
                        assertThat(context.getBean(MeterRegistry.class)
                                        .get("parcours.whatsapp.up")
                                        .tags("account", "revoked")
                                        .gauge()
                                        .value())
                                .isZero();
                        soon().until(() -> asked(meta) == 1);
                        assertThat(meta.ledger().accepted()).isEmpty();
                    });
            assertThat(asked(meta)).as("an account at work is asked for once").isEqualTo(1);
        }
    }

    private static long asked(WhatsAppSimulator meta) {
        return meta.events().stream()
                .filter(event -> event.detail().equals("number"))
                .count();
    }

    private static WhatsAppAccount of(WhatsAppSimulator meta, String name, String id, String token) {
        return WhatsAppAccount.of("baobab", name, id, token, "sec", "ver").at(meta.url());
    }

    private static OutboundMessage message(String tenant, String account) {
        return new OutboundMessage(UUID.randomUUID(), tenant, account, "+2290197000001", "Bonjour", List.of());
    }
}
