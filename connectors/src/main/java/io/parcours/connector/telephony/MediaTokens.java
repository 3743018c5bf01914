package io.parcours.connector.telephony;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses of prompts that only we can make, and that serve for a while. */
final class MediaTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{64})-([0-9]{1,12})-([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;
    private final InstantSource clock;

    /** With a secret of its own: addresses of before a restart serve no longer. */
    MediaTokens(InstantSource clock) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** @param file 64 hexadecimal digits */
    String of(String file) {
        // In steps, so that the exchange's own cache knows a prompt again.
        long step = LIFE.toSeconds();
        long until = (clock.instant().getEpochSecond() / step + 2) * step;
        return file + "-" + until + "-" + signature(file, until);
    }

    /** @return the file that the token names; empty where we did not make it or its time is over */
    Optional<String> file(String token) {
        Matcher shape = SHAPE.matcher(token);
        if (!shape.matches()) {
            return Optional.empty();
        }
        long until = Long.parseLong(shape.group(2));
        byte[] given = shape.group(3).getBytes(StandardCharsets.US_ASCII);
        byte[] ours = signature(shape.group(1), until).getBytes(StandardCharsets.US_ASCII);
        boolean fits = MessageDigest.isEqual(given, ours);
        return fits && clock.instant().isBefore(Instant.ofEpochSecond(until))
                ? Optional.of(shape.group(1))
                : Optional.empty();
    }

    private String signature(String file, long until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal((file + "-" + until).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
