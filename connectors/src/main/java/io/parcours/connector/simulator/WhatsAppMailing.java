package io.parcours.connector.simulator;

import io.parcours.connector.simulator.WhatsAppEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the platform hears of one business number. */
record WhatsAppMailing(WhatsAppSimAccount account, EventLog<WhatsAppEvent> events, WhatsAppLedger ledger)
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
        List<Object> changes = new ArrayList<>();
        List<Notification> messages =
                notifications.stream().filter(Notification::isMessage).toList();
        List<Notification> statuses = notifications.stream()
                .filter(each -> !each.isMessage() && !each.isTemplate())
                .toList();
        if (!messages.isEmpty()) {
            changes.add(change(messages, "messages"));
        }
        if (!statuses.isEmpty()) {
            changes.add(change(statuses, "statuses"));
        }
        notifications.stream()
                .filter(Notification::isTemplate)
                .forEach(news ->
                        changes.add(Json.object("value", news.body(), "field", "message_template_status_update")));
        Object entry = Json.object("id", account.businessAccountId(), "changes", changes);
        return Json.bytes(Json.object("object", "whatsapp_business_account", "entry", List.of(entry)));
    }

    @Override
    public void acknowledged(Notification told, int copy, int attempts) {
        ledger.acknowledge(new WhatsAppLedger.Acknowledged(
                Instant.now(), told.id(), account.phoneNumberId(), told.subscriber(), told.what(), copy, attempts));
    }

    @Override
    public void exchanged(boolean handshake, String subscriber, String id, int status, String detail) {
        Kind kind = handshake ? Kind.HANDSHAKE : Kind.WEBHOOK;
        events.note(
                new WhatsAppEvent(Instant.now(), kind, true, account.phoneNumberId(), subscriber, id, status, detail));
    }

    private Object change(List<Notification> notifications, String name) {
        List<Map<String, Object>> contacts = notifications.stream()
                .map(Notification::contact)
                .filter(contact -> contact != null)
                .distinct()
                .toList();
        Object metadata = Json.object(
                "display_phone_number", account.displayNumber(), "phone_number_id", account.phoneNumberId());
        Object value = Json.object(
                "messaging_product",
                "whatsapp",
                "metadata",
                metadata,
                "contacts",
                contacts.isEmpty() ? null : contacts,
                name,
                notifications.stream().map(Notification::body).toList());
        return Json.object("value", value, "field", "messages");
    }
}
