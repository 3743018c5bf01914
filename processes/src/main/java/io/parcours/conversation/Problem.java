package io.parcours.conversation;

import io.parcours.language.Language;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Why something outward does not work, or is not acted on: a sentence of ours in the person's language.
 *
 * @param code such as {@code sms.login}: its words are {@code problem.sms.login} of {@code i18n/problems_fr.properties}
 * @param details what stands in the sentence as it came from outside, such as {@code HTTP 401}; no secret, nothing of a subscriber's
 */
public record Problem(String code, List<Object> details) {

    public Problem {
        details = List.copyOf(details);
    }

    public static Problem of(String code, Object... details) {
        return new Problem(code, List.of(details));
    }

    /** In French where it is none of our languages. A code that nobody gave words to shows as it is, with its details. */
    public String in(Locale locale) {
        Language language = Language.orFrench(locale.getLanguage());
        return ProblemWords.find(code, language)
                .map(words -> new MessageFormat(words, language.locale()).format(said(locale)))
                .orElseGet(() -> details.isEmpty() ? code : code + " " + details);
    }

    /** A problem within another is said in the same language; so is an exception of which the cause is known. */
    private Object[] said(Locale locale) {
        return details.stream()
                .map(detail -> detail instanceof Problem inner
                        ? inner.in(locale)
                        : Causes.of(detail)
                                .<Object>map(words -> words.in(locale))
                                .orElse(detail))
                .toArray();
    }

    /** In English, for the log. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
