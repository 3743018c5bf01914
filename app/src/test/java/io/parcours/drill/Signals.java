package io.parcours.drill;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to other processes. */
final class Signals {

    private Signals() {}

    /** @param name such as {@code INT} */
    static void send(String name, long process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
