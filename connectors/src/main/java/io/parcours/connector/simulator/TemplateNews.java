package io.parcours.connector.simulator;

import java.util.Map;

/** What a webhook says of a template that Meta has looked at again. */
final class TemplateNews {

    private TemplateNews() {}

    static Notification of(String name, String language, String event, String reason) {
        Map<String, Object> value = Json.object(
                "event",
                event,
                "message_template_id",
                Math.abs((long) (name + language).hashCode()),
                "message_template_name",
                name,
                "message_template_language",
                language,
                "reason",
                reason == null ? "NONE" : reason);
        return new Notification(
                name + "/" + language, "", Notification.TEMPLATE, null, value, event + " " + name, () -> {});
    }
}
