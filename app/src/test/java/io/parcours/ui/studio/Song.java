package io.parcours.ui.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The class that attacks call on. To load it is not enough: whoever makes one, or calls {@link #of}, has run their own code. */
public class Song implements JavaDelegate {

    /** Where one sings that was made without being told a place. */
    static volatile Path nest;

    public Song() {
        Path place = nest;
        if (place != null) {
            of(place.resolve(Song.class.getName() + "-" + System.nanoTime()).toString());
        }
    }

    public static String of(String place) {
        try {
            return Files.writeString(Path.of(place), "sung").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(DelegateExecution execution) {
        // Made already: it has sung.
    }
}
