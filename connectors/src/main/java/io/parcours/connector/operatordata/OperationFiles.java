package io.parcours.connector.operatordata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds the file that describes a connection's operations: in the configured folder, else on the classpath. */
final class OperationFiles {

    private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".json");

    private final String folder;

    OperationFiles(String folder) {
        this.folder = folder;
    }

    /** @throws IllegalArgumentException with the sentence for the operator */
    Map<String, Described> of(OperatorConnection connection) {
        try {
            return new OperationCheck(connection).check(OperationFile.read(text(connection.operations())));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "operations/" + connection.operations() + " of " + connection.tenant() + "/" + connection.name()
                            + ": " + wrong.getMessage(),
                    wrong);
        }
    }

    private String text(String name) {
        try {
            for (String ending : ENDINGS) {
                if (!folder.isBlank() && Files.isRegularFile(Path.of(folder, name + ending))) {
                    return Files.readString(Path.of(folder, name + ending));
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
