package io.parcours.wording;

import java.time.Instant;

/**
 * One version of an operator's own words.
 *
 * @param text null where it went back to the shipped text
 * @param by the user who saved it
 */
public record TextVersion(int version, String text, String by, Instant at) {

    public boolean shipped() {
        return text == null;
    }
}
