package io.parcours.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts secrets with AES-256 in Galois/Counter Mode (NIST SP 800-38D), each for its place: it cannot be moved to another. */
class Seal {

    static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException where it is no key of 32 bytes */
    Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param place whose secret it is; needed again to open it */
    String close(String secret, String place) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, secret.getBytes(StandardCharsets.UTF_8), place);
        byte[] both = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, IV_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** @throws SealBroken where it was made with another key, for another place, or changed */
    String open(String sealed, String place) {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            if (both.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
                throw new SealBroken(null);
            }
            byte[] iv = Arrays.copyOf(both, IV_BYTES);
            byte[] secret = run(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(both, IV_BYTES, both.length), place);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noSeal) {
            throw new SealBroken(noSeal);
        }
    }

    private byte[] run(int mode, byte[] iv, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken(broken);
        }
    }

    static final class SealBroken extends RuntimeException {
        private static final long serialVersionUID = 1;

        SealBroken(Throwable cause) {
            super("A secret cannot be read with this key", cause);
        }
    }
}
