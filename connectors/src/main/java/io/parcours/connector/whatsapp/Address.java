package io.parcours.connector.whatsapp;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a subscriber is named: by a telephone number, or by an id that WhatsApp gives the user for one business. */
final class Address {

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{5,20}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]{1,150}");

    private Address() {}

    /** @return E.164 with its plus sign, of what Meta writes in digits; empty where it is no number */
    static Optional<String> number(String digits) {
        return Optional.ofNullable(digits)
                .filter(value -> DIGITS.matcher(value).matches())
                .map(value -> value.startsWith("+") ? value : "+" + value);
    }

    static Optional<String> userId(String id) {
        return Optional.ofNullable(id).filter(value -> USER_ID.matcher(value).matches());
    }

    static Optional<String> any(String address) {
        return number(address).or(() -> userId(address));
    }
}
