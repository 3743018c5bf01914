package io.parcours.i18n;

import java.util.List;
import java.util.Locale;

/** The languages of the screens, the first one being the house's own. */
public final class Languages {

    public static final Locale FRENCH = Locale.FRENCH;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> ALL = List.of(FRENCH, ENGLISH);

    private Languages() {}

    /** The language for a code or a browser's locale; French for what is not offered. */
    public static Locale of(String code) {
        return code != null && code.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : FRENCH;
    }

    public static Locale of(Locale wished) {
        return of(wished == null ? null : wished.getLanguage());
    }
}
