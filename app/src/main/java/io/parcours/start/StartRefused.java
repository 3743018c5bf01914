package io.parcours.start;

/** The application does not start like this; the message is one sentence that tells an operator why and what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }
}
