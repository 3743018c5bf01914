package io.parcours.connector.telephony;

import java.nio.file.Path;

/** Speaks texts. */
interface Speech {

    /**
     * Writes the text as a WAV file, 16 bit, 8 kHz, one channel.
     *
     * @param language {@code fr} or {@code en}
     * @return false where nothing was written: there is no voice here, or it took too long
     */
    boolean speak(String text, String language, Path target);
}
