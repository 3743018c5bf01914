package io.parcours.connector.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that subscribers and businesses sent: the last 500. */
final class MediaShelf {

    private static final int KEPT = 500;

    private final Map<String, Stored> files = new LinkedHashMap<>();
    private final FileFaults faults = new FileFaults();

    /** One file, which belongs to the business number it was sent to. */
    record Stored(String id, String phoneNumberId, String mimeType, String fileName, byte[] bytes) {

        /** Webhooks write the digest in Base64 … */
        String sha256() {
            return Base64.getEncoder().encodeToString(digest());
        }

        /** … and the answer about a file in hexadecimal. */
        String sha256Hex() {
            return HexFormat.of().formatHex(digest());
        }

        private byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    FileFaults faults() {
        return faults;
    }

    synchronized Stored store(String phoneNumberId, String mimeType, String fileName, byte[] bytes) {
        Stored stored = new Stored(Wamids.nextMedia(), phoneNumberId, mimeType, fileName, bytes.clone());
        files.put(stored.id(), stored);
        if (files.size() > KEPT) {
            files.remove(files.keySet().iterator().next());
        }
        return stored;
    }

    synchronized Optional<Stored> find(String id) {
        return Optional.ofNullable(files.get(id));
    }
}
