package io.parcours.database;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** The passwords of an embedded server's three logins, made when it is, and kept beside it for its user only. */
record ServerPasswords(String superuser, String owner, String app) {

    private static final int BYTES = 24;

    static ServerPasswords random() {
        return new ServerPasswords(password(), password(), password());
    }

    private static String password() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static ServerPasswords read(Path file) {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (!properties.stringPropertyNames().containsAll(Set.of("superuser", "owner", "app"))) {
            throw unreadable(file, null);
        }
        return new ServerPasswords(
                properties.getProperty("superuser"), properties.getProperty("owner"), properties.getProperty("app"));
    }

    private static DatabaseUnavailable unreadable(Path file, IOException cause) {
        return new DatabaseUnavailable(
                "The embedded database's passwords cannot be read from " + file
                        + ": put the file back, or remove its folder to begin with an empty database.",
                cause);
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("superuser", superuser);
        properties.setProperty("owner", owner);
        properties.setProperty("app", app);
        createForOwnerOnly(file);
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            properties.store(writer, null);
        }
    }

    static void createForOwnerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public String toString() {
        return "ServerPasswords";
    }
}
