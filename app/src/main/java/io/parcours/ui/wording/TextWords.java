package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import io.parcours.language.Language;
import io.parcours.ui.casefile.Labels;
import io.parcours.wording.EditableText;
import io.parcours.wording.TemplateState.Verdict;

/** Texts and what is said of them in the words of people who never saw a code. */
final class TextWords {

    private TextWords() {}

    /** What the text is for; the code where nobody gave it words. */
    static String name(EditableText text) {
        String code = text.code();
        if (code.endsWith(".howToAnswer")) {
            return t("texts.howToAnswer", Labels.channel(code.split("\\.")[1]));
        }
        return text.label() ? t("texts.answer", Labels.text(code), shown(text)) : Labels.text(code);
    }

    static String journey(EditableText text) {
        return Labels.of("texts.journey." + text.journey(), text.journey());
    }

    static String language(String code) {
        return Labels.language(Language.orFrench(code));
    }

    /** What stands for a variable, such as "numéro de dossier". */
    static String variable(String name) {
        return Labels.of("texts.variable." + name, name);
    }

    static String verdict(Verdict verdict) {
        return Labels.of("texts.template." + verdict, verdict.name());
    }

    /** Why a channel would not take it. */
    static String refusal(String code) {
        return Labels.of("texts.refused." + code, code);
    }

    /** What is read, in the first language that there is. */
    private static String shown(EditableText text) {
        return text.current().values().iterator().next().text();
    }
}
