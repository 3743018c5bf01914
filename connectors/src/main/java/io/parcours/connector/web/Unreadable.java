package io.parcours.connector.web;

/** No UTF-8, no JSON, or nested too deeply. Says nothing of what it was: that would quote a subscriber. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
}
