package io.parcours.ui.casefile;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days without a time, in the language of the screen. */
public final class Dates {

    private Dates() {}

    /** A missing day gives null. */
    public static String text(LocalDate day) {
        Locale language =
                UI.getCurrent() == null ? Locale.FRENCH : UI.getCurrent().getLocale();
        return day == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(day);
    }
}
