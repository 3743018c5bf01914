package io.parcours.media;

import java.io.IOException;
import java.io.InputStream;

/** The octets of a file that is at hand: it came with its message, or somebody added it. */
@FunctionalInterface
public interface Content {

    /** From the beginning; whoever opens it closes it. */
    InputStream open() throws IOException;
}
