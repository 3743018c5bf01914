package io.parcours.connector.whatsapp;

import io.parcours.connector.web.ServletServer;
import java.time.Clock;

/** The webhook of a test bed on a server of its own. */
final class WebhookServer extends ServletServer {

    WebhookServer(WhatsAppTestBed bed) {
        super(new WhatsAppWebhook(bed.lines, bed.meters, bed.inbox, Clock.systemUTC()), WhatsAppWebhook.PATH);
    }
}
