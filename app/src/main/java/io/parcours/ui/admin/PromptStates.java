package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.parcours.language.Language;
import io.parcours.prompt.SpokenText;
import io.parcours.prompt.SpokenText.State;
import io.parcours.ui.component.Badge;

/** How a text is said in a language, in a word. */
final class PromptStates {

    private PromptStates() {}

    static Component badge(SpokenText text, Language language) {
        return text.state(language).<Component>map(PromptStates::word).orElseGet(() -> new Span("–"));
    }

    private static Badge word(State state) {
        return switch (state) {
            case RECORDED -> new Badge("circle-check", t("prompts.state.RECORDED"), Badge.Tone.FINE);
            case INSTALLED -> new Badge("circle-check", t("prompts.state.INSTALLED"), Badge.Tone.NEUTRAL);
            case SPOKEN -> new Badge("bot", t("prompts.state.SPOKEN"), Badge.Tone.INFO);
            case MISSING -> new Badge("triangle-alert", t("prompts.state.MISSING"), Badge.Tone.SOON);
        };
    }
}
