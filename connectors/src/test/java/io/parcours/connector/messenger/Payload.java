package io.parcours.connector.messenger;

/** Webhooks as Meta words them, written for these tests. */
final class Payload {

    static final String PAGE_ID = "100200300";
    static final String AWA = "2500000000000001";
    static final long AT = 1_767_225_600_250L;

    private Payload() {}

    /** @param events separated by commas */
    static String page(String events) {
        return """
                {"object": "page", "entry": [{"id": "%s", "time": %d, "messaging": [%s]}]}""".formatted(PAGE_ID, AT, events);
    }

    static String event(String name, String content) {
        return """
                {"sender": {"id": "%s"}, "recipient": {"id": "%s"}, "timestamp": %d, "%s": %s}""".formatted(AWA, PAGE_ID, AT, name, content);
    }

    static String one(String name, String content) {
        return page(event(name, content));
    }

    static String text(String id, String text) {
        return event("message", "{\"mid\": \"" + id + "\", \"text\": \"" + text + "\"}");
    }

    static String oneText(String text) {
        return page(text("m_1", text));
    }

    static String attached(String attachments) {
        return one("message", "{\"mid\": \"m_1\", \"attachments\": [" + attachments + "]}");
    }
}
