package io.parcours.connector.messenger;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id by which a page knows a person; another page knows them by another one. */
final class Psid {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{5,32}");

    private Psid() {}

    static Optional<String> of(String id) {
        return Optional.ofNullable(id).filter(value -> DIGITS.matcher(value).matches());
    }
}
