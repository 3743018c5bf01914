package io.parcours.connector.sms;

import io.parcours.number.PhoneNumbers;

/** Reads the address of a subscriber as message centres write it. */
final class Msisdn {

    private static final int INTERNATIONAL = 1;
    private static final int ALPHANUMERIC = 5;
    private static final int LONGEST_SHORT_NUMBER = 6;

    private Msisdn() {}

    /**
     * @param ton the type of number by which the centre calls it
     * @param region where a number without country code belongs; may be null
     * @return E.164 with its plus sign; short numbers and names as they are
     */
    static String of(String address, int ton, String region) {
        String plain = address == null ? "" : address.strip();
        if (ton == ALPHANUMERIC || !plain.matches("\\+?[0-9 ().-]+")) {
            return plain;
        }
        String digits = plain.replaceAll("[^0-9]", "");
        if (ton == INTERNATIONAL || plain.startsWith("+") || digits.startsWith("00")) {
            return "+" + digits.replaceFirst("^00", "");
        }
        if (digits.length() <= LONGEST_SHORT_NUMBER) {
            return digits;
        }
        return PhoneNumbers.e164(digits, region)
                .or(() -> PhoneNumbers.e164("+" + digits, null))
                .orElse(digits);
    }
}
