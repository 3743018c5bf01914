package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.parcours.language.Language;
import io.parcours.prompt.SpokenText;
import io.parcours.prompt.SpokenText.State;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Badge;
import java.util.stream.Stream;

/** How a text is said in a language, in a word. */
final class PromptStates {

    private PromptStates() {}

    static Badge badge(State state) {
        return badge(state, word(state));
    }

    /** A badge each language in which it is said, named by its code: short enough for a list. */
    static Component brief(SpokenText text) {
        Div all = new Div();
        all.addClassName("p-chips");
        Stream.of(Language.values()).forEach(language -> text.state(language).ifPresent(state -> {
            Badge badge = badge(state, language.code());
            badge.setTitle(t("prompts.languageIs", Labels.language(language), word(state)));
            all.add(badge);
        }));
        return all;
    }

    private static String word(State state) {
        return t("prompts.state." + state);
    }

    private static Badge badge(State state, String word) {
        return switch (state) {
            case RECORDED -> new Badge("circle-check", word, Badge.Tone.FINE);
            case INSTALLED -> new Badge("circle-check", word, Badge.Tone.NEUTRAL);
            case SPOKEN -> new Badge("bot", word, Badge.Tone.INFO);
            case MISSING -> new Badge("triangle-alert", word, Badge.Tone.SOON);
        };
    }
}
