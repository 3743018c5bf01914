package io.parcours.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhooks as Meta's Cloud API sends them: of ten, five are complaints of subscribers who never wrote before, three are
 * answers of earlier ones to the question for the motive, two are statuses of messages.
 */
final class WhatsAppWebhooks {

    static final String MIX = "5 complaints of new subscribers, 3 answers, 2 statuses of 10";

    private static final String ENVELOPE = """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"22997007070","phone_number_id":"%s"},%s}}]}]}""";
    private static final String MESSAGE = """
            "contacts":[{"profile":{"name":"Abonné"},"wa_id":"%1$s"}],"messages":[{"from":"%1$s","id":"wamid.bench%2$d",\
            "timestamp":"%3$d","type":"text","text":{"body":"%4$s"}}]""";
    private static final String STATUS = """
            "statuses":[{"id":"wamid.sent%d","status":"delivered","timestamp":"%d","recipient_id":"%s"}]""";

    private final String phoneNumberId;
    private final SecretKeySpec key;
    private final AtomicInteger number = new AtomicInteger((int) (System.nanoTime() / 1_000_000 % 10_000) * 100_000);
    private final int first = number.get();

    WhatsAppWebhooks(String phoneNumberId, String appSecret) {
        this.phoneNumberId = phoneNumberId;
        this.key = new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    byte[] next() {
        int n = number.getAndIncrement();
        int turn = (n - first) % 10;
        // An answer comes two hundred webhooks after its complaint: by then the question has been asked.
        int earlier = Math.max(first, n - 200 - turn % 5);
        String value = turn < 5
                ? message(n, n, "Bonjour, ma facture est fausse")
                : turn < 8 ? message(n, earlier, "1") : STATUS.formatted(n, seconds(), subscriber(earlier));
        return ENVELOPE.formatted(phoneNumberId, value).getBytes(StandardCharsets.UTF_8);
    }

    private static String message(int n, int who, String text) {
        return MESSAGE.formatted(subscriber(who), n, seconds(), text);
    }

    private static String subscriber(int n) {
        return "229%09d".formatted(n % 1_000_000_000);
    }

    private static long seconds() {
        return System.currentTimeMillis() / 1_000;
    }

    /** The header X-Hub-Signature-256. */
    String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
