package io.parcours.connector.messenger;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.MetaWebhook;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Where Meta tells us what came in by Messenger; what is not acknowledged it tells again, and gives up the page after some hours. */
final class MessengerWebhook extends MetaWebhook<MessengerLine> {

    static final String PATH = "/webhooks/messenger";

    private static final long serialVersionUID = 1;

    private final transient Checks checks;

    MessengerWebhook(WebLines<MessengerLine> lines, Checks checks, ChannelMeters meters, Inbox inbox, Clock clock) {
        super(lines, meters, inbox, clock);
        this.checks = checks;
    }

    @Override
    protected List<Received> read(byte[] octets, MessengerLine line, Instant now) throws Unreadable {
        return new WebhookReader(line, checks, now).read(octets);
    }
}
