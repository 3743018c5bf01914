package io.parcours.connector.telegram;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.connector.web.WebLines;
import io.parcours.connector.web.WebhookServlet;
import io.parcours.conversation.Inbox;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where Telegram brings what came in; what is not acknowledged it brings again, for up to a day. */
final class TelegramWebhook extends WebhookServlet<TelegramLine> {

    static final String PATH = "/webhooks/telegram";
    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private static final long serialVersionUID = 1;

    TelegramWebhook(WebLines<TelegramLine> lines, ChannelMeters meters, Inbox inbox, Clock clock) {
        super(lines, meters, inbox, clock);
    }

    /** The head alone proves it, so that a stranger's body is not even read. */
    @Override
    protected Optional<Predicate<byte[]>> proof(HttpServletRequest request, TelegramLine line) {
        String secret = line.account().secretToken();
        return !secret.isEmpty() && same(secret, request.getHeader(SECRET))
                ? Optional.of(octets -> true)
                : Optional.empty();
    }

    @Override
    protected List<Received> read(byte[] octets, TelegramLine line, Instant now) throws Unreadable {
        return new UpdateReader(line, now).read(octets);
    }
}
