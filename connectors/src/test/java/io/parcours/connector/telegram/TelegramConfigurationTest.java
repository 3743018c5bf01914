package io.parcours.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

class TelegramConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(TelegramConfiguration.class, AccountRoutes.class)
            .withBean(RecordingInbox.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void accountsOfTheConfigurationAndOfBeansAreServed() {
        try (BotPeer peer = new BotPeer().is("111", "baobab_bot").is("222", "karite_bot")) {
            runner.withPropertyValues(
                            "parcours.telegram.accounts[0].tenant=baobab",
                            "parcours.telegram.accounts[0].name=baobab-bot",
                            "parcours.telegram.accounts[0].url=" + peer.url(),
                            "parcours.telegram.accounts[0].token=111:AAofBaobab_-Bot",
                            "parcours.telegram.accounts[0].secret-token=sec",
                            "parcours.telegram.accounts[0].bot-name=@baobab_bot",
                            "parcours.telegram.accounts[0].options.rate=20",
                            "parcours.telegram.accounts[0].options.ask-number=false",
                            "parcours.telegram.accounts[0].options.poll-timeout=10s")
                    .withBean(
                            TelegramAccounts.class,
                            () -> () -> List.of(
                                    TelegramAccount.of("karite", "karite-bot", "222:AAofKarite", "s", "karite_bot")
                                            .at(peer.url())))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        assertThat(channel.states()).hasSize(2).allMatch(AccountState::works);
                        assertThat(channel.account("karite")).contains("karite-bot");
                        assertThat(channel.send(message("baobab", "baobab-bot")).providerIds())
                                .hasSize(1);
                        channel.send(message("karite", "karite-bot"));
                        List<String> sends = peer.requests.stream()
                                .filter(request -> request.contains("/sendMessage"))
                                .toList();
                        assertThat(sends.get(0)).startsWith("POST /bot111:AAofBaobab_-Bot/sendMessage");
                        assertThat(sends.get(1)).startsWith("POST /bot222:AAofKarite/sendMessage");
                        assertThat(context.getBean(ServletRegistrationBean.class)
                                        .getUrlMappings())
                                .isEqualTo(Set.of("/webhooks/telegram/*"));
                    });
        }
    }

    @Test
    void anAccountCanBeSetUpTestedChangedAndTakenAwayWhileOthersWork() {
        try (BotPeer peer = new BotPeer().is("333", "own_bot")) {
            runner.run(context -> {
                AccountKind kind = context.getBean(AccountKind.class);
                Channel channel = context.getBean(Channel.class);
                AccountValues account = new AccountValues(
                        "baobab",
                        "telegram",
                        "own",
                        Map.of(
                                "botName",
                                "own_bot",
                                "token",
                                "333:AAofTheirOwn",
                                "secretToken",
                                "s",
                                "url",
                                peer.url()));
                peer.answers(
                        BotPeer.result("{\"username\": \"own_bot\"}"),
                        BotPeer.result("{\"url\": \"https://parcours.example/webhooks/telegram/own\"}"),
                        BotPeer.error(401, "Unauthorized"));
                assertThat(kind.test(account)).isEmpty();
                assertThat(kind.test(account)).hasValueSatisfying(wrong -> assertThat(wrong)
                        .asString()
                        .contains("HTTP 401")
                        .doesNotContain("AAofTheirOwn"));
                kind.open(account);
                kind.open(account);
                assertThat(channel.send(message("baobab", "own")).providerIds()).hasSize(1);
                kind.close("baobab", "own");
                assertThat(channel.states()).isEmpty();
                assertThat(kind.fields()).filteredOn(field -> field.secret()).hasSize(2);
            });
        }
    }

    @Test
    void aBotWhoseTokenWasRevokedIsDownBeforeAnythingIsSentByIt() {
        try (BotPeer peer = new BotPeer()) {
            peer.answers(BotPeer.error(401, "Unauthorized"));
            runner.withBean(TelegramAccount.class, () -> TelegramAccount.of(
                                    "baobab", "own", "333:AAofTheirOwn", "s", "own_bot")
                            .at(peer.url()))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        TelegramTestBed.soon()
                                .until(() -> !channel.states().get(0).works());
                        assertThat(channel.states().get(0).problem())
                                .isEqualTo(Problem.of("telegram.refused", "HTTP 401"));
                        assertThat(peer.requests).singleElement().asString().contains("/getMe");
                    });
        }
    }

    @Test
    void aBotThatIsSetUpToFetchNeedsNoWebhookAndNoSecretForIt() {
        String token = "333:AAofTheirOwnBotAndNobodys";
        try (TelegramSimulator telegram = TelegramSimulator.start(new TelegramSimAccount(token, "own_bot", "Own"))) {
            runner.run(context -> {
                AccountKind kind = context.getBean(AccountKind.class);
                Map<String, String> values = new HashMap<>(
                        Map.of("botName", "own_bot", "token", token, "url", telegram.url(), "polling", "oui"));
                kind.open(new AccountValues("baobab", "telegram", "own", values));
                telegram.handset("333", new TelegramPerson(9_100_001, "Awa", "Dossou", "fr", "2290197000001"))
                        .write("Bonjour");
                RecordingInbox inbox = context.getBean(RecordingInbox.class);
                TelegramTestBed.soon().until(() -> inbox.texts().equals(List.of("Bonjour")));

                values.put("polling", "peut-être");
                assertThatThrownBy(() -> kind.open(new AccountValues("baobab", "telegram", "own", values)))
                        .hasMessage("polling: Yes or no");
                values.put("polling", "non");
                assertThatThrownBy(() -> kind.open(new AccountValues("baobab", "telegram", "own", values)))
                        .hasMessageContaining("it needs a secret token");
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
                        "parcours.telegram.accounts[0].tenant=baobab",
                        "parcours.telegram.accounts[0].name=bot",
                        "parcours.telegram.accounts[0].token=111:AAtopsecret",
                        "parcours.telegram.accounts[0].bot-name=baobab_bot")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not a Telegram account: it needs a secret token")
                        .hasMessageNotContaining("AAtopsecret"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', AAtopsecretHalf, secret, baobab_bot",
        "111, AAtop secretHalf, secret, baobab_bot",
        "111, AAtopsecretHalf/../x, secret, baobab_bot",
        "111, AAtopsecretHalf, top secret, baobab_bot",
        "111, AAtopsecretHalf, secret, ba",
        "111, AAtopsecretHalf, secret, baobab/../bot"
    })
    void whatIsWrongWithAnAccountIsSaidWithoutItsSecrets(String id, String half, String secret, String bot) {
        assertThatThrownBy(() -> TelegramAccount.of("baobab", "bot", id + ":" + half, secret, bot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a Telegram account: ")
                .hasMessageNotContainingAny("AAtop", "top secret");
    }

    @Test
    void anAccountShowsItselfWithoutItsSecrets() {
        TelegramAccount account =
                TelegramAccount.of("baobab", "bot", "111:AAtopsecretHalf", "alsosecret", "baobab_bot");
        assertThat(account.toString() + account.address() + account.identity())
                .contains("baobab/bot", "https://api.telegram.org/bot111")
                .doesNotContain("AAtop", "alsosecret");
        assertThat(new TelegramProperties.Account(
                                "baobab", "bot", null, "111:AAtopsecretHalf", "alsosecret", "baobab_bot", false, null)
                        .toString())
                .doesNotContain("AAtop", "alsosecret");
        assertThat(account.fetching().polling()).isTrue();
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> TelegramTestBed.options(Duration.ofSeconds(60), true, null))
                .hasMessageContaining("50 seconds");
        assertThatThrownBy(() -> TelegramTestBed.options(Duration.ofSeconds(1), true, "x".repeat(1_001)))
                .hasMessageContaining("greeting");
    }

    private static OutboundMessage message(String tenant, String account) {
        return new OutboundMessage(UUID.randomUUID(), tenant, account, "9100001", "Bonjour", List.of());
    }
}
