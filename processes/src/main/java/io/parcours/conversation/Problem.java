package io.parcours.conversation;

import io.parcours.language.Language;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Why something outward does not work: a sentence of ours in the person's language.
 *
 * @param code such as {@code sms.login}: its words are {@code problem.sms.login} of {@code i18n/problems_fr.properties}
 * @param details what stands in the sentence as it came from outside, such as {@code HTTP 401}; no secret, nothing of a subscriber's
 */
public record Problem(String code, List<Object> details) {

    private static final String PREFIX = "problem.";
    private static final ResourceBundle.Control NO_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Problem {
        details = List.copyOf(details);
    }

    public static Problem of(String code, Object... details) {
        return new Problem(code, List.of(details));
    }

    /** In French where it is none of our languages. A code that nobody gave words to shows as it is, with its details. */
    public String in(Locale locale) {
        Locale language = Language.orFrench(locale.getLanguage()).locale();
        try {
            String words =
                    ResourceBundle.getBundle("i18n/problems", language, NO_DEFAULT).getString(PREFIX + code);
            return new MessageFormat(words, language).format(details.toArray());
        } catch (MissingResourceException noWords) {
            return details.isEmpty() ? code : code + " " + details;
        }
    }

    /** In English, for the log. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
