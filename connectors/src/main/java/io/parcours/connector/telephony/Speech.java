package io.parcours.connector.telephony;

import java.nio.file.Path;

/** Speaks texts. */
interface Speech {

    /** Whether there is a voice for the language here. */
    boolean speaks(String language);

    /**
     * Writes the text as a WAV file, 16 bit, 8 kHz, one channel.
     *
     * @param language one that it {@link #speaks}
     * @return false where nothing was written: there is no voice here, or it took too long
     */
    boolean speak(String text, String language, Path target);
}
