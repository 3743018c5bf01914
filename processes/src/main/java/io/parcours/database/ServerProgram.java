package io.parcours.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the library's archive.
 *
 * <p>The library could unpack and start them too, but into a folder that every user may write, torn for good when cut
 * short, and with a server that trusts everybody at first; hence only its archive is used.
 */
final class ServerProgram {

    private final Path folder;

    private ServerProgram(Path folder) {
        this.folder = folder;
    }

    static ServerProgram unpackedBelow(Path programs) {
        refuseRootWithoutNamespaces();
        try {
            byte[] archive = archive();
            Path folder = programs.resolve(checksum(archive));
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
            return new ServerProgram(folder);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL cannot be unpacked to " + programs + " (" + e.getMessage() + ").", e);
        }
    }

    /** The command line that runs one of the programs; as root, inside a user namespace, since they refuse root. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static void refuseRootWithoutNamespaces() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL refuses to run as root, and `unshare -U` (util-linux,"
                            + " with user namespaces allowed) is not available here: start as another user, or name another"
                            + " PostgreSQL in PARCOURS_DB_URL.");
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String architecture = System.getProperty("os.arch");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, "amd64".equals(architecture) ? "x86_64" : architecture)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "There is no embedded PostgreSQL for " + system + " on " + architecture
                            + ": name another PostgreSQL in PARCOURS_DB_URL.",
                    e);
        }
    }

    private static String checksum(byte[] archive) {
        CRC32 crc = new CRC32();
        crc.update(archive);
        return Long.toHexString(crc.getValue());
    }

    /** Appears under its name only when whole; where another process was faster, its copy stays. */
    private static void unpack(byte[] archive, Path folder) throws IOException {
        Path part = folder.resolveSibling("part-" + UUID.randomUUID());
        try {
            Files.createDirectories(part);
            extract(archive, part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(part);
        } catch (IOException e) {
            Folders.delete(part);
            throw e;
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                Files.createDirectories(file.getParent());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0);
                }
            }
        }
    }
}
