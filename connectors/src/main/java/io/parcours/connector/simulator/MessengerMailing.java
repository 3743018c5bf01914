package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MessengerEvent.Kind;
import java.time.Instant;
import java.util.List;

/** How the platform hears of one page. */
record MessengerMailing(MessengerSimAccount account, EventLog<MessengerEvent> events, MessengerLedger ledger)
        implements Mailing {

    @Override
    public String verifyToken() {
        return account.verifyToken();
    }

    @Override
    public String appSecret() {
        return account.appSecret();
    }

    @Override
    public byte[] body(List<Notification> notifications) {
        Object entry = Json.object(
                "id",
                account.pageId(),
                "time",
                Instant.now().toEpochMilli(),
                "messaging",
                notifications.stream().map(Notification::body).toList());
        return Json.bytes(Json.object("object", "page", "entry", List.of(entry)));
    }

    @Override
    public void acknowledged(Notification told, int copy, int attempts) {
        ledger.acknowledge(new MessengerLedger.Acknowledged(
                Instant.now(), told.id(), account.pageId(), told.subscriber(), told.what(), copy, attempts));
    }

    @Override
    public void exchanged(boolean handshake, String subscriber, String id, int status, String detail) {
        Kind kind = handshake ? Kind.HANDSHAKE : Kind.WEBHOOK;
        events.note(new MessengerEvent(Instant.now(), kind, true, account.pageId(), subscriber, id, status, detail));
    }
}
