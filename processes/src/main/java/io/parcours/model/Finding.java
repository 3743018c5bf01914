package io.parcours.model;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One reason why a model is refused.
 *
 * @param element the id of what it is about or lies in, or what kind of element it is where nothing around it has an id
 * @param rule a stable code; {@link #explanation} has its meaning in the reader's language
 * @param detail what exactly was found, and on which line where that is known
 */
public record Finding(String file, String element, String rule, String detail) {

    /** What the rule asks for, in French or English, to be shown with the detail. */
    public String explanation(Locale locale) {
        Locale spoken = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return ResourceBundle.getBundle("io.parcours.model.rules", spoken).getString(rule);
    }

    @Override
    public String toString() {
        return file + ": " + element + ": " + detail + " [" + rule + "]";
    }
}
