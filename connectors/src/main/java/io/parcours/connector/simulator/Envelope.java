package io.parcours.connector.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What one POST to the platform carries, and the signature over exactly those bytes. */
record Envelope(byte[] bytes, String signature) {

    private static final String ALGORITHM = "HmacSHA256";

    static Envelope of(WhatsAppSimAccount account, List<Notification> notifications, String secret) {
        List<Object> changes = new ArrayList<>();
        List<Notification> messages =
                notifications.stream().filter(Notification::isMessage).toList();
        List<Notification> statuses =
                notifications.stream().filter(each -> !each.isMessage()).toList();
        if (!messages.isEmpty()) {
            changes.add(change(account, messages, "messages"));
        }
        if (!statuses.isEmpty()) {
            changes.add(change(account, statuses, "statuses"));
        }
        Object entry = Json.object("id", account.businessAccountId(), "changes", changes);
        byte[] bytes = Json.bytes(Json.object("object", "whatsapp_business_account", "entry", List.of(entry)));
        return new Envelope(bytes, "sha256=" + HexFormat.of().formatHex(hmac(secret, bytes)));
    }

    private static Object change(WhatsAppSimAccount account, List<Notification> notifications, String name) {
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

    private static byte[] hmac(String secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
