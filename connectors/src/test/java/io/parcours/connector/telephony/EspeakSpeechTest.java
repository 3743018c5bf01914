package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of a text to telephone sound by a program that behaves like espeak-ng, and by the real one where it is installed. */
@Timeout(30)
class EspeakSpeechTest {

    /** Half a second at 22,050 Hz, 16 bit, one channel, with the same arguments and the text by standard input. */
    private static final String LIKE_ESPEAK = """
            voice=; out=
            while [ $# -gt 0 ]; do case "$1" in -v) voice=$2; shift;; -w) out=$2; shift;; esac; shift; done
            text=$(cat)
            [ -n "$text" ] && [ -n "$voice" ] || exit 1
            printf '%s %s' "$voice" "$text" > "$(dirname "$0")/said"
            {
              printf 'RIFF\\306\\254\\000\\000WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000'
              printf '\\042\\126\\000\\000\\104\\254\\000\\000\\002\\000\\020\\000data\\242\\254\\000\\000'
              head -c 44194 /dev/zero | tr '\\000' '\\020'
            } > "$out"
            """;

    @TempDir
    Path folder;

    @Test
    void whatTheProgramWritesBecomesTelephoneSound() throws Exception {
        Path target = folder.resolve("prompt.wav");

        assertThat(likeEspeak(LIKE_ESPEAK).speak("Bonjour à tous", "fr", target))
                .isTrue();

        assertThat(folder.resolve("said")).hasContent("fr Bonjour à tous");
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(target.toFile())) {
            AudioFormat format = sound.getFormat();
            assertThat(format.getSampleRate()).isEqualTo(8_000);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.getChannels()).isEqualTo(1);
            byte[] octets = sound.readAllBytes();
            assertThat(octets.length / 2 / 8_000.0).isBetween(0.95, 1.05);
            assertThat(octets).containsOnly(16);
        }
    }

    @Test
    void nothingIsLeftBesideThePrompt() throws Exception {
        Path target = Files.createDirectory(folder.resolve("cache")).resolve("prompt.wav");

        likeEspeak(LIKE_ESPEAK).speak("Bonjour", "fr", target);

        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aProgramThatFailsOrWritesNoSoundIsNoVoice() throws Exception {
        Path target = folder.resolve("prompt.wav");

        assertThat(likeEspeak("exit 3").speak("Bonjour", "fr", target)).isFalse();
        assertThat(likeEspeak("while [ \"$1\" != -w ]; do shift; done; echo no sound > \"$2\"")
                        .speak("Bonjour", "fr", target))
                .isFalse();
        assertThat(target).doesNotExist();
    }

    @Test
    void itSpeaksNeitherFonNorBariba() throws Exception {
        EspeakSpeech speech = likeEspeak(LIKE_ESPEAK);

        assertThat(speech.speaks("fr")).isTrue();
        assertThat(speech.speaks("en")).isTrue();
        assertThat(Stream.of("fon", "bba")).noneMatch(speech::speaks);
        assertThat(speech.speak("Bonjour", "fon", folder.resolve("prompt.wav"))).isFalse();
    }

    @Test
    void theRealProgramIsHeardWhereItIsInstalled() throws Exception {
        String path = System.getenv("PATH");
        assumeThat(Stream.of(path.split(File.pathSeparator)).map(each -> Path.of(each, "espeak-ng")))
                .as("espeak-ng is installed")
                .anyMatch(Files::isExecutable);
        Path target = folder.resolve("prompt.wav");

        assertThat(EspeakSpeech.installed(path).speak("Bonjour à tous", "fr", target))
                .isTrue();

        try (AudioInputStream sound = AudioSystem.getAudioInputStream(target.toFile())) {
            assertThat(sound.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(sound.getFrameLength()).isGreaterThan(4_000);
        }
    }

    private EspeakSpeech likeEspeak(String script) throws Exception {
        Path program = folder.resolve("like-espeak-ng");
        Files.writeString(program, script);
        return new EspeakSpeech(List.of("/bin/sh", program.toString()), Duration.ofSeconds(10));
    }
}
