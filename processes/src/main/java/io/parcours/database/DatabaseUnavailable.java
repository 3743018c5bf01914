package io.parcours.database;

/** The database cannot be used; the message is one sentence that tells an operator what to do, without secrets. */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
