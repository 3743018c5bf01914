package io.parcours.prompt;

import io.parcours.prompt.PromptRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound as the telephone takes it, a WAV file of 16 bit, 8 kHz, one channel, made of WAV files of other rates and codings. */
public final class TelephoneAudio {

    /** No caller listens longer. */
    public static final Duration LONGEST = Duration.ofMinutes(1);

    /** A minute at 48 kHz, 16 bit, in stereo. */
    public static final int LARGEST = 12_000_000;

    private static final float RATE = 8_000;
    private static final float MOST_RATE = 192_000;

    private final byte[] wav;
    private final int millis;

    private TelephoneAudio(byte[] wav, int millis) {
        this.wav = wav;
        this.millis = millis;
    }

    /** @throws PromptRefused saying why the file cannot be converted */
    public static TelephoneAudio of(byte[] file) throws PromptRefused {
        if (file.length > LARGEST) {
            throw new PromptRefused(Reason.TOO_LARGE);
        }
        try (AudioInputStream given = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            AudioFormat from = given.getFormat();
            if (!(from.getSampleRate() >= 1_000 && from.getSampleRate() <= MOST_RATE)
                    || from.getChannels() < 1
                    || from.getChannels() > 2) {
                throw new PromptRefused(Reason.CODING);
            }
            return telephone(mono(linear(given), from.getChannels()), from.getSampleRate());
        } catch (UnsupportedAudioFileException | IOException broken) {
            throw new PromptRefused(Reason.NOT_WAV);
        } catch (IllegalArgumentException noConversion) {
            throw new PromptRefused(Reason.CODING);
        }
    }

    public byte[] wav() {
        return wav.clone();
    }

    /** How long it lasts. */
    public int millis() {
        return millis;
    }

    private static TelephoneAudio telephone(short[] samples, float rate) throws PromptRefused, IOException {
        if (samples.length > rate * LONGEST.toSeconds()) {
            throw new PromptRefused(Reason.TOO_LONG);
        }
        byte[] octets = octets(atTelephoneRate(samples, rate));
        if (octets.length == 0) {
            throw new PromptRefused(Reason.EMPTY);
        }
        AudioFormat format = new AudioFormat(RATE, Short.SIZE, 1, true, false);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(octets), format, octets.length / 2),
                AudioFileFormat.Type.WAVE,
                written);
        return new TelephoneAudio(written.toByteArray(), Math.max(1, (int) (octets.length / 2 * 1_000L / (long) RATE)));
    }

    /** 16 bit, signed, the low octet first, whatever it was. The stream is bounded by the file, whatever its head promises. */
    private static byte[] linear(AudioInputStream given) throws IOException {
        AudioFormat from = given.getFormat();
        AudioFormat to = new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED,
                from.getSampleRate(),
                Short.SIZE,
                from.getChannels(),
                2 * from.getChannels(),
                from.getSampleRate(),
                false);
        AudioInputStream linear = from.matches(to) ? given : AudioSystem.getAudioInputStream(to, given);
        return linear.readNBytes(4 * LARGEST);
    }

    private static short[] mono(byte[] octets, int channels) {
        short[] samples = new short[octets.length / 2 / channels];
        for (int i = 0; i < samples.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                int at = 2 * (i * channels + channel);
                sum += (short) (octets[at] & 0xFF | octets[at + 1] << 8);
            }
            samples[i] = (short) (sum / channels);
        }
        return samples;
    }

    /** Each sample is the mean of those that it stands for, against whistling; where there are fewer, the nearest. */
    private static short[] atTelephoneRate(short[] samples, float rate) {
        if (rate == RATE) {
            return samples;
        }
        double step = rate / RATE;
        short[] kept = new short[(int) (samples.length / step)];
        for (int i = 0; i < kept.length; i++) {
            int begin = (int) (i * step);
            int end = Math.min(samples.length, Math.max(begin + 1, (int) ((i + 1) * step)));
            int sum = 0;
            for (int j = begin; j < end; j++) {
                sum += samples[j];
            }
            kept[i] = (short) (sum / (end - begin));
        }
        return kept;
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
