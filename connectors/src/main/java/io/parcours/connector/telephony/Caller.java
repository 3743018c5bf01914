package io.parcours.connector.telephony;

import io.parcours.conversation.InboundMessage.Person;
import io.parcours.number.PhoneNumbers;
import java.util.List;
import java.util.Optional;

/**
 * Who calls, by what the exchange shows.
 *
 * @param address the number in E.164 with its plus sign, or what is shown in its place; one of its own for each call without
 *     a number, so that nobody gets another's answers
 * @param number in E.164; null where there is none by which the caller could be reached
 */
record Caller(String address, String number) {

    private static final int LONGEST_SHORT_NUMBER = 6;

    /** @param region where a number without country code belongs; null where that is not known */
    static Caller of(String shown, String channel, String region) {
        String plain = shown.strip();
        String digits = plain.replaceAll("[^0-9]", "");
        if (digits.length() <= 2 || !plain.matches("\\+?[0-9 ().-]+")) {
            return new Caller("anonymous:" + channel, null);
        }
        if (digits.length() <= LONGEST_SHORT_NUMBER) {
            return new Caller(digits, null);
        }
        String international =
                plain.startsWith("+") || digits.startsWith("00") ? "+" + digits.replaceFirst("^00", "") : null;
        return Optional.ofNullable(international)
                .flatMap(number -> PhoneNumbers.e164(number, null))
                .or(() -> PhoneNumbers.e164(digits, region))
                .or(() -> PhoneNumbers.e164("+" + digits, null))
                .map(number -> new Caller(number, number))
                .orElseGet(() -> new Caller(digits, null));
    }

    Person person() {
        return number == null ? Person.UNKNOWN : new Person(null, number, List.of());
    }
}
