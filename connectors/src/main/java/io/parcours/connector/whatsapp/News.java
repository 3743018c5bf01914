package io.parcours.connector.whatsapp;

import io.parcours.conversation.Problem;

/** What Meta tells beside messages, in words where somebody here has to know of it. */
final class News {

    private News() {}

    /** @param field as Meta names it; empty where it does not */
    static Problem of(String field) {
        return switch (field) {
            case "" -> Problem.of("notice.change.noName");
            case "phone_number_quality_update" -> Problem.of("notice.whatsapp.quality", field);
            case "phone_number_name_update" -> Problem.of("notice.whatsapp.name", field);
            case "business_capability_update" -> Problem.of("notice.whatsapp.capability", field);
            case "account_update" -> Problem.of("notice.whatsapp.account", field);
            case "account_alerts" -> Problem.of("notice.whatsapp.alert", field);
            case "account_review_update" -> Problem.of("notice.whatsapp.review", field);
            case "message_template_status_update" -> Problem.of("notice.whatsapp.template", field);
            case "message_template_quality_update" -> Problem.of("notice.whatsapp.templateQuality", field);
            case "template_category_update" -> Problem.of("notice.whatsapp.templateCategory", field);
            case "security" -> Problem.of("notice.whatsapp.security", field);
            case "smb_message_echoes" -> Problem.of("notice.whatsapp.colleague", field);
            case "calls" -> Problem.of("notice.whatsapp.call", field);
            default -> Problem.of("notice.news", field);
        };
    }
}
