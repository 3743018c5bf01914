package io.parcours.connector.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What one POST to the platform carries, and the signature over exactly those bytes. */
record Envelope(byte[] bytes, String signature) {

    private static final String ALGORITHM = "HmacSHA256";

    static Envelope sealed(byte[] bytes, String secret) {
        return new Envelope(bytes, "sha256=" + HexFormat.of().formatHex(hmac(secret, bytes)));
    }

    private static byte[] hmac(String secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
