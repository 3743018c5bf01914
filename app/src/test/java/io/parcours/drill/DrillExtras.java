package io.parcours.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the platform has on its class path during a drill, and never else. */
final class DrillExtras {

    /** A message of this code that may have left is held; every other one is sent again. */
    static final String HELD = "complaint.registered";

    private static final String CREW = "io/parcours/drill/crew";

    private DrillExtras() {}

    static void write(Path folder) {
        try {
            copyCrew(folder.resolve(CREW));
            Path texts = Files.createDirectories(folder.resolve("texts"));
            Files.write(texts.resolve("drill_fr.properties"), List.of(HELD + ".unknown=hold"));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The drill's own parts cannot be written to " + folder, e);
        }
    }

    private static void copyCrew(Path target) throws IOException, URISyntaxException {
        Files.createDirectories(target);
        Path source = Path.of(DrillExtras.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(CREW);
        try (Stream<Path> classes = Files.list(source)) {
            classes.forEach(file -> copy(file, target.resolve(file.getFileName())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
