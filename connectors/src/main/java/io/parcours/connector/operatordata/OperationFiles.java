package io.parcours.connector.operatordata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the file that describes a connection's operations: in the configured folder, an operator's own below it by its id before
 * those for all, else on the classpath.
 */
final class OperationFiles {

    private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".json");

    private final String folder;

    OperationFiles(String folder) {
        this.folder = folder;
    }

    /** @throws IllegalArgumentException with the sentence for the operator */
    Map<String, Described> of(OperatorConnection connection) {
        try {
            return new OperationCheck(connection).check(read(connection));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "operations/" + connection.operations() + " of " + connection.tenant() + "/" + connection.name()
                            + ": " + wrong.getMessage(),
                    wrong);
        }
    }

    /** Whether the connection's file is one for databases. @throws IllegalArgumentException where it cannot be read */
    boolean sql(OperatorConnection connection) {
        return read(connection).operations().stream().anyMatch(operation -> operation.sql() != null);
    }

    /** What the operator may choose from, without endings. */
    List<String> names(String tenant) {
        TreeSet<String> names = new TreeSet<>();
        folders(tenant).flatMap(OperationFiles::inside).forEach(names::add);
        try {
            Resource[] shipped = new PathMatchingResourcePatternResolver().getResources("classpath*:operations/*");
            Arrays.stream(shipped)
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The operations on the classpath cannot be listed", unreadable);
        }
        return names.stream()
                .filter(name -> ENDINGS.stream().anyMatch(name::endsWith))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .filter(OperatorConnection::isFileName)
                .distinct()
                .toList();
    }

    private static Stream<String> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The operations in " + folder + " cannot be listed", unreadable);
        }
    }

    private Stream<Path> folders(String tenant) {
        return folder.isBlank()
                ? Stream.empty()
                : Stream.of(Path.of(folder, tenant), Path.of(folder)).filter(Files::isDirectory);
    }

    private OperationFile read(OperatorConnection connection) {
        return OperationFile.read(text(connection.tenant(), connection.operations()));
    }

    private String text(String tenant, String name) {
        try {
            for (String ending : ENDINGS) {
                Path own = folders(tenant)
                        .map(each -> each.resolve(name + ending))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElse(null);
                if (own != null) {
                    return Files.readString(own);
                }
                try (InputStream in = getClass().getResourceAsStream("/operations/" + name + ending)) {
                    if (in != null) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("it cannot be read", unreadable);
        }
        throw new IllegalArgumentException("there is no such file");
    }
}
