package io.parcours.connector.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's signature over the octets of a webhook, as they came. */
public final class Signature {

    public static final String HEADER = "X-Hub-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SHAPE = Pattern.compile("sha256=([0-9a-fA-F]{64})");

    private final byte[] given;

    private Signature(byte[] given) {
        this.given = given;
    }

    /** @return empty where the header is missing or no signature */
    public static Optional<Signature> of(String header) {
        Matcher shape = SHAPE.matcher(header == null ? "" : header);
        return shape.matches() ? Optional.of(new Signature(HexFormat.of().parseHex(shape.group(1)))) : Optional.empty();
    }

    public boolean fits(byte[] octets, String secret) {
        return MessageDigest.isEqual(given, over(octets, secret));
    }

    public static byte[] over(byte[] octets, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(octets);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
