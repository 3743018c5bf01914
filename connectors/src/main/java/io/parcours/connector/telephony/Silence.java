package io.parcours.connector.telephony;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Nothing to hear, for about as long as the text would take to be said. */
final class Silence {

    private static final int RATE = 8_000;
    private static final int MILLIS_A_LETTER = 60;

    private Silence() {}

    static boolean write(String text, Path target) throws IOException {
        int samples = RATE / 1_000 * MILLIS_A_LETTER * Math.max(1, text.length());
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioInputStream audio = new AudioInputStream(new ByteArrayInputStream(new byte[2 * samples]), format, samples);
        AudioSystem.write(audio, AudioFileFormat.Type.WAVE, target.toFile());
        return true;
    }
}
