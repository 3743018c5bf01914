package io.parcours.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parcours.prompt.PromptRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneAudioTest {

    @Test
    void whatIsRightAlreadyIsKeptAsItIs() throws Exception {
        byte[] file = wav(8_000, 16, 1, 1.5);

        TelephoneAudio audio = TelephoneAudio.of(file);

        assertThat(audio.wav()).isEqualTo(file);
        assertThat(audio.millis()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 16, 2",
        "48000, 16, 1",
        "22050, 16, 1",
        "16000, 16, 2",
        "11025, 8, 1",
        "8000, 8, 2",
        "4000, 16, 1"
    })
    void otherRatesWidthsAndStereoAreConvertedWithTheToneKept(int rate, int bits, int channels) throws Exception {
        TelephoneAudio audio = TelephoneAudio.of(wav(rate, bits, channels, 1));

        assertThat(audio.millis()).isCloseTo(1_000, within(5));
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(audio.wav()))) {
            assertThat(sound.getFormat().toString()).contains("8000.0 Hz", "16 bit", "mono");
            assertThat(crossings(sound.readAllBytes()))
                    .as("of a tone of 440 Hz")
                    .isCloseTo(880, within(10));
        }
    }

    @Test
    void whatIsNoSoundIsRefusedWithItsReason() throws Exception {
        assertThat(refusal("not a sound".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NOT_WAV);
        assertThat(refusal(new byte[0])).isEqualTo(Reason.NOT_WAV);
        assertThat(refusal(Arrays.copyOf(wav(8_000, 16, 1, 1), 30))).isEqualTo(Reason.NOT_WAV);
        assertThat(refusal(wav(8_000, 16, 1, 0))).isEqualTo(Reason.EMPTY);
        assertThat(refusal(wav(8_000, 16, 1, 61))).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal(wav(8_000, 16, 4, 1))).isEqualTo(Reason.CODING);
        assertThat(refusal(new byte[TelephoneAudio.LARGEST + 1])).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aHeadThatPromisesMoreThanThereIsIsBelievedNoFurtherThanTheFile() throws Exception {
        byte[] file = wav(8_000, 16, 1, 1);
        Arrays.fill(file, 40, 43, (byte) 0xFF);
        file[43] = 0x7F;

        assertThat(TelephoneAudio.of(file).millis()).isEqualTo(1_000);
    }

    private static Reason refusal(byte[] file) {
        PromptRefused[] refused = new PromptRefused[1];
        assertThatThrownBy(() -> TelephoneAudio.of(file))
                .isInstanceOfSatisfying(PromptRefused.class, thrown -> refused[0] = thrown);
        return refused[0].reason();
    }

    /** A tone of 440 Hz on all channels. */
    private static byte[] wav(int rate, int bits, int channels, double seconds) throws Exception {
        int frames = (int) (rate * seconds);
        byte[] octets = new byte[frames * channels * bits / 8];
        for (int i = 0; i < frames * channels; i++) {
            int sample = (int) (8_000 * Math.sin(2 * Math.PI * 440 * (i / channels + 0.25) / rate));
            if (bits == 8) {
                octets[i] = (byte) ((sample >> 8) + 128);
            } else {
                octets[2 * i] = (byte) sample;
                octets[2 * i + 1] = (byte) (sample >> 8);
            }
        }
        AudioFormat format = new AudioFormat(rate, bits, channels, bits > 8, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(octets), format, frames),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }

    private static int crossings(byte[] octets) {
        int crossings = 0;
        int before = 0;
        for (int i = 0; i + 1 < octets.length; i += 2) {
            int sample = (short) (octets[i] & 0xFF | octets[i + 1] << 8);
            if (sample < 0 != before < 0) {
                crossings++;
            }
            before = sample;
        }
        return crossings;
    }
}
