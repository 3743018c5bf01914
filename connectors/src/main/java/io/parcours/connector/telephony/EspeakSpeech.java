package io.parcours.connector.telephony;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The voice of espeak-ng, where that program is installed. */
final class EspeakSpeech implements Speech {

    private static final Logger log = LoggerFactory.getLogger(EspeakSpeech.class);
    private static final float RATE = 8_000;

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

    @Override
    public boolean speak(String text, String language, Path target) {
        if (command.isEmpty()) {
            return false;
        }
        try {
            Path raw = Files.createTempFile(target.toAbsolutePath().getParent(), "spoken", ".tmp");
            try {
                return run(text, language, raw) && telephone(raw, target);
            } finally {
                Files.deleteIfExists(raw);
            }
        } catch (IOException | UnsupportedAudioFileException failed) {
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

    private static boolean telephone(Path raw, Path target) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream spoken = AudioSystem.getAudioInputStream(raw.toFile())) {
            AudioFormat from = spoken.getFormat();
            short[] samples = samples(spoken.readAllBytes());
            byte[] octets = octets(slower(samples, from.getSampleRate()));
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            AudioInputStream audio = new AudioInputStream(new ByteArrayInputStream(octets), format, octets.length / 2);
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, target.toFile());
            return octets.length > 0;
        }
    }

    /** From the program's rate to the telephone's; each sample the mean of those that it stands for, against whistling. */
    private static short[] slower(short[] samples, float rate) {
        double step = rate / RATE;
        short[] kept = new short[(int) (samples.length / step)];
        for (int i = 0; i < kept.length; i++) {
            int begin = (int) (i * step);
            int end = Math.max(begin + 1, (int) ((i + 1) * step));
            int sum = 0;
            for (int j = begin; j < end; j++) {
                sum += samples[j];
            }
            kept[i] = (short) (sum / (end - begin));
        }
        return kept;
    }

    private static short[] samples(byte[] octets) {
        short[] samples = new short[octets.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (octets[2 * i] & 0xFF | octets[2 * i + 1] << 8);
        }
        return samples;
    }

    private static byte[] octets(short[] samples) {
        byte[] octets = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            octets[2 * i] = (byte) samples[i];
            octets[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return octets;
    }
}
