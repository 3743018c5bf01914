package io.parcours.connector.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider's HMAC-SHA256 over the octets of a webhook, as they came. */
public final class Signature {

    /** Meta's. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String META = "sha256=";
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] given;

    private Signature(byte[] given) {
        this.given = given;
    }

    /** As Meta writes it. @return empty where the header is missing or no signature */
    public static Optional<Signature> of(String header) {
        return header != null && header.startsWith(META) ? hex(header.substring(META.length())) : Optional.empty();
    }

    /** The figures alone. @return empty where the header is missing or no signature */
    public static Optional<Signature> hex(String header) {
        return header != null && HEX.matcher(header).matches()
                ? Optional.of(new Signature(HexFormat.of().parseHex(header)))
                : Optional.empty();
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
