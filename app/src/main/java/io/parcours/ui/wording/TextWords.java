package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.i18n.I18NProvider;
import io.parcours.ui.casefile.Labels;
import io.parcours.wording.EditableText;
import io.parcours.wording.TemplateState.Verdict;

/** Texts and what is said of them in the words of people who never saw a code. */
final class TextWords {

    private static final String AGAIN = ".again";

    private TextWords() {}

    /** What the text is for; the code where nobody gave it words. */
    static String name(EditableText text) {
        String code = text.code();
        if (text.journey().equals("channel")) {
            return t("texts.howToAnswer", Labels.channel(code.split("\\.")[1]));
        }
        if (text.label()) {
            return t("texts.answer", of(code.substring(0, code.lastIndexOf('.'))), shown(text));
        }
        return code.endsWith(AGAIN)
                ? t("texts.again", of(code.substring(0, code.length() - AGAIN.length())))
                : of(code);
    }

    static String journey(EditableText text) {
        return or("texts.journey." + text.journey(), text.journey());
    }

    static String language(String code) {
        return or("language." + code, code);
    }

    /** What stands for a variable, such as "numéro de dossier". */
    static String variable(String name) {
        return or("texts.variable." + name, name);
    }

    static String verdict(Verdict verdict) {
        return or("texts.template." + verdict, verdict.name());
    }

    /** Why a channel would not take it. */
    static String refusal(String code) {
        return or("texts.refused." + code, code);
    }

    /** What is read, in the first language that there is. */
    private static String shown(EditableText text) {
        return text.current()
                .getOrDefault("fr", text.current().values().iterator().next())
                .text();
    }

    private static String of(String code) {
        return or("text." + code, code);
    }

    private static String or(String key, String otherwise) {
        String words = I18NProvider.translate(key);
        return words.equals("!" + key + "!") ? otherwise : words;
    }
}
