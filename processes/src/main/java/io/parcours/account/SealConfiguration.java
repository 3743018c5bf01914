package io.parcours.account;

import io.parcours.database.DatabaseProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key comes from the environment; the embedded database has one of its own beside its data, for its user only. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    private static final String FILE = "secret.key";

    /** @return with no seal inside where no key was given to a database of the operator's own */
    @Bean
    Secrets secrets(@Value("${parcours.secret-key:}") String given, DatabaseProperties database) {
        if (!given.isBlank()) {
            return new Secrets(new Seal(decoded(given, "PARCOURS_SECRET_KEY")));
        }
        if (!database.url().isBlank()) {
            return new Secrets(null);
        }
        return new Secrets(new Seal(database.temporary() ? random() : kept(Path.of(database.dataDir(), FILE))));
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(random()));
            }
            return decoded(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the accounts' secrets cannot be read: " + file, e);
        }
    }

    private static byte[] decoded(String text, String from) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == Seal.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // The same.
        }
        throw new IllegalArgumentException(from + " is no key: 32 random bytes in Base64 are wanted");
    }

    private static byte[] random() {
        byte[] key = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
