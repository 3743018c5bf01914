package io.parcours.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.Parcours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartInItsOwnProcessTest {

    @TempDir
    Path folder;

    @Test
    void withoutSecretsItSaysOneSentenceAndEndsWithAFailure() throws Exception {
        Process process = start();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(read("err").lines()).singleElement().asString().startsWith("Parcours needs PARCOURS_DB_URL");
        assertThat(read("out")).isEmpty();
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Parcours.class.getName(),
                "--server.port=0",
                "--management.server.port=0");
        builder.environment().keySet().removeIf(name -> name.startsWith("PARCOURS_") || name.startsWith("SPRING_"));
        return builder.directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String read(String stream) throws IOException {
        return Files.readString(folder.resolve(stream), StandardCharsets.UTF_8);
    }
}
