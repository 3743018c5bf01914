package io.parcours.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound files as operators upload them. */
public final class Wav {

    private Wav() {}

    /** Of 16 bit. @param samples of all channels, the low octet first */
    public static byte[] of(int rate, int channels, byte[] samples) {
        AudioFormat format = new AudioFormat(rate, Short.SIZE, channels, true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(
                    new AudioInputStream(
                            new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize()),
                    AudioFileFormat.Type.WAVE,
                    file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
