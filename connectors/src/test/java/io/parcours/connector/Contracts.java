package io.parcours.connector;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What providers and programs in the field write, in the folder that -Dparcours.contracts= names. */
public final class Contracts {

    private static final String FOLDER = System.getProperty("parcours.contracts", "");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDINGS = "ari-recordings";
    private static final String LINES = ".jsonl";

    /** Longer ones are descriptions, no bodies. */
    private static final long LONGEST_BODY = 20_000;

    private Contracts() {}

    /** The whole of it; without it the test is skipped and says so. */
    public static Path folder() {
        return folder("");
    }

    /** One part of it; without it the test is skipped and says so. */
    public static Path folder(String name) {
        assumeTrue(!FOLDER.isBlank(), "No -Dparcours.contracts=<folder>: the contract tests are skipped");
        return Path.of(FOLDER, name);
    }

    /** What was recorded at a real exchange, by its name: one thing that was told or asked after the other. */
    public static Map<String, List<JsonNode>> recordings() {
        Map<String, List<JsonNode>> recordings = new TreeMap<>();
        for (String file : folder(RECORDINGS).toFile().list()) {
            if (file.endsWith(LINES)) {
                String name = file.substring(0, file.length() - LINES.length());
                recordings.put(name, recording(name));
            }
        }
        return recordings;
    }

    public static List<JsonNode> recording(String name) {
        return lines(folder(RECORDINGS).resolve(name + LINES));
    }

    /** Of a file with a document of JSON on each line. */
    public static List<JsonNode> lines(Path file) {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The bodies of JSON in one part of it; none without it. */
    public static List<String> bodies(String name) throws IOException {
        Path path = Path.of(FOLDER, name);
        if (FOLDER.isBlank() || !Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<String> bodies = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) < LONGEST_BODY) {
                    bodies.add(Files.readString(file));
                }
            }
            return bodies;
        }
    }
}
