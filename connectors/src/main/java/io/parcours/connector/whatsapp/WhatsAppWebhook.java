package io.parcours.connector.whatsapp;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.MetaWebhook;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Where Meta tells us what came in by WhatsApp; what is not acknowledged it tells again, for up to seven days. */
final class WhatsAppWebhook extends MetaWebhook<WhatsAppLine> {

    static final String PATH = "/webhooks/whatsapp";

    private static final long serialVersionUID = 1;

    WhatsAppWebhook(WebLines<WhatsAppLine> lines, ChannelMeters meters, Inbox inbox, Clock clock) {
        super(lines, meters, inbox, clock);
    }

    @Override
    protected List<Received> read(byte[] octets, WhatsAppLine line, Instant now) throws Unreadable {
        return new WebhookReader(line, now).read(octets);
    }
}
