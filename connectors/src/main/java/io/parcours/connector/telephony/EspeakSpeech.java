package io.parcours.connector.telephony;

import io.parcours.language.Language;
import io.parcours.prompt.PromptRefused;
import io.parcours.prompt.TelephoneAudio;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The voice of espeak-ng, where that program is installed. */
final class EspeakSpeech implements Speech {

    private static final Logger log = LoggerFactory.getLogger(EspeakSpeech.class);

    private final List<String> command;
    private final Duration longest;

    /** @param command the program and its first arguments; empty where it is not installed */
    EspeakSpeech(List<String> command, Duration longest) {
        this.command = List.copyOf(command);
        this.longest = longest;
    }

    /** Looks for the program in the folders of the path. */
    static EspeakSpeech installed(String path) {
        return Stream.of((path == null ? "" : path).split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "espeak-ng"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new EspeakSpeech(List.of(program.toString()), Duration.ofSeconds(4)))
                .orElseGet(() -> new EspeakSpeech(List.of(), Duration.ofSeconds(4)));
    }

    /** The program has no voice for Fon and Bariba. */
    @Override
    public boolean speaks(String language) {
        return !command.isEmpty()
                && Language.of(language)
                        .filter(known -> known.written() == known)
                        .isPresent();
    }

    @Override
    public boolean speak(String text, String language, Path target) {
        if (!speaks(language)) {
            return false;
        }
        try {
            Path raw = Files.createTempFile(target.toAbsolutePath().getParent(), "spoken", ".tmp");
            try {
                return run(text, language, raw) && telephone(raw, target);
            } finally {
                Files.deleteIfExists(raw);
            }
        } catch (IOException | PromptRefused failed) {
            log.warn("A prompt could not be spoken ({})", failed.getClass().getSimpleName());
            return false;
        }
    }

    /** The text goes by standard input: as an argument everybody on the machine could read it. */
    private boolean run(String text, String language, Path raw) throws IOException {
        List<String> arguments = Stream.concat(
                        command.stream(), Stream.of("-v", language, "-s", "150", "--stdin", "-w", raw.toString()))
                .toList();
        Process process = new ProcessBuilder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean telephone(Path raw, Path target) throws IOException, PromptRefused {
        Files.write(target, TelephoneAudio.of(Files.readAllBytes(raw)).wav());
        return true;
    }
}
