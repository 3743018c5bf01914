package io.parcours.connector.simulator;

/**
 * Somebody on Telegram.
 *
 * @param id positive; the same for all bots
 * @param lastName null for none
 * @param language as their Telegram speaks, such as {@code fr}
 * @param number in digits, which bots see only where it is shared
 */
public record TelegramPerson(long id, String firstName, String lastName, String language, String number) {

    public TelegramPerson {
        if (id <= 0) {
            throw new IllegalArgumentException("People have positive ids");
        }
        number = number.replaceAll("[^0-9]", "");
    }

    /** What ledgers and events call them. */
    public String key() {
        return String.valueOf(id);
    }

    Object asUser() {
        return Json.object(
                "id", id, "is_bot", false, "first_name", firstName, "last_name", lastName, "language_code", language);
    }

    Object asChat() {
        return Json.object("id", id, "first_name", firstName, "last_name", lastName, "type", "private");
    }
}
