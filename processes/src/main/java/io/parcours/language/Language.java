package io.parcours.language;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the platform speaks with subscribers, by its ISO 639 code: two letters, or three where it has no two. */
public enum Language {
    FRENCH("fr", true),
    ENGLISH("en", true),
    FON("fon", false),
    BARIBA("bba", false);

    private final String code;
    private final boolean written;

    Language(String code, boolean written) {
        this.code = code;
        this.written = written;
    }

    /** As stored, and as files of texts and recordings end. */
    public String code() {
        return code;
    }

    /** In which dates, amounts and templates of providers are written for who speaks it: no locale knows Fon and Bariba. */
    public Language written() {
        return written ? this : FRENCH;
    }

    public Locale locale() {
        return Locale.forLanguageTag(written().code);
    }

    /** @param code may be null; empty where it is none of ours */
    public static Optional<Language> of(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The house's own where the code is none of ours. */
    public static Language orFrench(String code) {
        return of(code).orElse(FRENCH);
    }
}
