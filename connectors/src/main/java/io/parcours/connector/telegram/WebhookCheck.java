package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether Telegram would bring what people write: it says where to, and what became of its last tries. */
final class WebhookCheck {

    /** What failed before that may have been mended since. */
    private static final Duration NEWS = Duration.ofMinutes(10);

    private WebhookCheck() {}

    /** @return what is wrong; empty where nothing is, and where Telegram does not say */
    static Optional<Problem> problem(BotAnswer info, String account, Instant now) {
        if (!info.success()) {
            return Optional.empty();
        }
        JsonNode told = info.result();
        String address = told.path("url").asText();
        String ours = TelegramWebhook.PATH + "/" + account;
        if (address.isEmpty()) {
            return Optional.of(Problem.of("telegram.noWebhook", ours));
        }
        if (!address.endsWith(ours)) {
            return Optional.of(Problem.of("telegram.otherWebhook", ours));
        }
        Instant failed = Instant.ofEpochSecond(told.path("last_error_date").asLong());
        return failed.isAfter(now.minus(NEWS))
                ? Optional.of(Problem.of(
                        "telegram.webhookFails", told.path("last_error_message").asText()))
                : Optional.empty();
    }
}
