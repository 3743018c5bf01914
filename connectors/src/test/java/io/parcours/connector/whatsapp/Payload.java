package io.parcours.connector.whatsapp;

/** Webhooks as Meta words them, written for these tests. */
final class Payload {

    static final String NUMBER_ID = "100200300";
    static final String AWA = "2290197000001";
    static final String AWA_ID = "BJ.55501112223334";

    private Payload() {}

    static String change(String field, String value) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "900", "changes": [
                  {"field": "%s", "value": %s}]}]}""".formatted(field, value);
    }

    /** @param parts of the value, beside its envelope */
    static String messages(String parts) {
        return change("messages", value(parts));
    }

    static String value(String parts) {
        return """
                {"messaging_product": "whatsapp",
                 "metadata": {"display_phone_number": "2290197000000", "phone_number_id": "%s"},
                 "contacts": [{"profile": {"name": "Awa Dossou"}, "wa_id": "%s"}], %s}""".formatted(NUMBER_ID, AWA, parts);
    }

    static String message(String id, String type, String content) {
        return """
                {"from": "%s", "id": "%s", "timestamp": "1767225600", "type": "%s", "%s": %s}""".formatted(AWA, id, type, type, content);
    }

    static String text(String id, String body) {
        return message(id, "text", "{\"body\": \"" + body + "\"}");
    }

    static String oneMessage(String type, String content) {
        return messages("\"messages\": [" + message("wamid.1", type, content) + "]");
    }

    static String oneText(String body) {
        return messages("\"messages\": [" + text("wamid.1", body) + "]");
    }

    static String status(String id, String status, String more) {
        return """
                {"id": "%s", "status": "%s", "timestamp": "1767225660", "recipient_id": "%s"%s}""".formatted(id, status, AWA, more);
    }
}
