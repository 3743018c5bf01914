package io.parcours.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever tests a bot is told whether anything would come in. */
class WebhookCheckTest {

    private static final String TOKEN = "7000000009:AAtopsecretHalfOfTheToken";
    private static final String BOT = "7000000009";
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final TelegramSimulator telegram =
            TelegramSimulator.start(new TelegramSimAccount(TOKEN, "baobab_bot", "Baobab"));

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void aBotWithoutAWebhookHearsNothing() {
        assertThat(tested(false)).map(Problem::code).contains("telegram.noWebhook");
    }

    @Test
    void aBotWhoseWebhookIsSomebodyElsesHearsNothing() {
        telegram.subscribe(BOT, "http://127.0.0.1:1/webhooks/telegram/another", "s");

        assertThat(tested(false)).map(Problem::code).contains("telegram.otherWebhook");
    }

    @Test
    void aBotWithOurWebhookIsWell() {
        telegram.subscribe(BOT, "http://127.0.0.1:1/webhooks/telegram/baobab-bot", "s");

        assertThat(tested(false)).isEmpty();
    }

    @Test
    void aBotThatFetchesItsUpdatesNeedsNone() {
        assertThat(tested(true)).isEmpty();
    }

    @Test
    void whatTelegramCouldNotHandUsALittleWhileAgoIsTold() {
        assertThat(told(NOW.minus(Duration.ofMinutes(2))))
                .map(problem -> problem.details().get(0))
                .contains("Wrong response from the webhook: 401 Unauthorized");
        assertThat(told(NOW.minus(Duration.ofHours(2)))).isEmpty();
    }

    @Test
    void whatTelegramDoesNotSayIsNoProblem() {
        BotAnswer unknown = new BotAnswer(502, 0, "", null, MissingNode.getInstance());

        assertThat(WebhookCheck.problem(unknown, "baobab-bot", NOW)).isEmpty();
    }

    private static Optional<Problem> told(Instant failed) {
        var info = JsonNodeFactory.instance
                .objectNode()
                .put("url", "https://parcours.example/webhooks/telegram/baobab-bot")
                .put("last_error_date", failed.getEpochSecond())
                .put("last_error_message", "Wrong response from the webhook: 401 Unauthorized");
        return WebhookCheck.problem(new BotAnswer(200, 0, "", null, info), "baobab-bot", NOW);
    }

    private Optional<Problem> tested(boolean polling) {
        TelegramAccount account = new TelegramAccount(
                "baobab", "baobab-bot", telegram.url(), TOKEN, "secret", "baobab_bot", polling, null);
        return new TelegramLine(account, Clock.systemUTC())
                .tested()
                .toCompletableFuture()
                .join();
    }
}
