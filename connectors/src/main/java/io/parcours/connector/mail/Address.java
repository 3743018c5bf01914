package io.parcours.connector.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in the one spelling in which contact points keep it: lower case, nothing around it. */
final class Address {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private Address() {}

    /** Empty where it is none that mail can be sent to. */
    static Optional<String> of(String written) {
        if (written == null || written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = written.strip().toLowerCase(Locale.ROOT);
        return PLAIN.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }
}
