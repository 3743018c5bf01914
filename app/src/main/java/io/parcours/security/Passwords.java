package io.parcours.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are made, judged and hashed. */
public final class Passwords {

    public static final int MIN_LENGTH = 12;
    /** bcrypt looks at no more than these; a longer password would be stronger only in appearance. */
    private static final int MAX_BYTES = 72;

    private static final int STRENGTH = 12;
    /** Without 0/O, 1/l/I: it is read from a screen and typed once. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int ONE_TIME_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    }

    static String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** @throws UserRefused if too short, too long or the user's own name */
    static void check(String username, String password) {
        if (password == null || password.length() < MIN_LENGTH) {
            throw new UserRefused("password.refused.short", MIN_LENGTH);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new UserRefused("password.refused.long", MAX_BYTES);
        }
        if (password.equalsIgnoreCase(username) || password.chars().distinct().count() < 5) {
            throw new UserRefused("password.refused.simple");
        }
    }
}
