package io.parcours.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one embedded server, readable by its user only and held by one process at a time.
 *
 * <p>The lock belongs to the process, so that it ends with it however it ends.
 */
final class ServerFolder implements AutoCloseable {

    // Closing a second channel to a lock file would give up this process's lock, so it is not even opened.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockFile;

    private ServerFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static ServerFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            // Its real name, by which a server left behind is recognised.
            Path real = path.toRealPath();
            return new ServerFolder(real, lock(real));
        } catch (IOException e) {
            throw new DatabaseUnavailable("The data folder " + path + " cannot be written (" + reason(e) + ").", e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        if (!HELD_HERE.add(path)) {
            throw inUse(path);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(path);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(path);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static DatabaseUnavailable inUse(Path path) {
        return new DatabaseUnavailable("The data folder " + path + " is in use by another running Parcours.");
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path passwords() {
        return path.resolve("passwords.properties");
    }

    /** Exists while a new cluster is being made: what was cut short then is thrown away at the next start. */
    Path unfinished() {
        return path.resolve("unfinished");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        HELD_HERE.remove(path);
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable("The data folder " + path + " cannot be released.", e);
        }
    }
}
