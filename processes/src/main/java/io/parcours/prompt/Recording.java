package io.parcours.prompt;

import io.parcours.language.Language;
import java.time.Instant;

/**
 * One recorded prompt, without its sound.
 *
 * @param digest of the sound, in hexadecimal digits: another sound has another
 * @param millis how long it lasts
 */
public record Recording(String code, Language language, String digest, int millis, String by, Instant at) {}
