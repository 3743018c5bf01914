package io.parcours.connector.simulator;

/**
 * Somebody on WhatsApp as a business sees them: by telephone number, by a business-scoped user id, or by both.
 *
 * @param waId the number in digits; null where the subscriber hides it
 * @param userId such as {@code BJ.13491208655302741918}; null where Meta gives none
 * @param name of the profile
 */
public record Subscriber(String waId, String userId, String name) {

    public Subscriber {
        waId = waId == null ? null : waId.replaceAll("[^0-9]", "");
        if (waId == null && userId == null) {
            throw new IllegalArgumentException("A subscriber needs a number or a user id");
        }
    }

    public static Subscriber withNumber(String number, String name) {
        return new Subscriber(number, null, name);
    }

    public static Subscriber withoutNumber(String userId, String name) {
        return new Subscriber(null, userId, name);
    }

    /** What ledgers and events call the subscriber. */
    public String key() {
        return waId != null ? waId : userId;
    }
}
