package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import io.parcours.wording.TextVersion;
import java.util.List;
import java.util.function.Consumer;

/** What the words were before, who changed them and when; each can be had again. */
class VersionsCard extends Card {

    /** @param translated whether there is a shipped text in this language */
    VersionsCard(boolean translated, List<TextVersion> history, Consumer<TextVersion> onBack) {
        super(t("texts.history"));
        if (history.isEmpty()) {
            body().add(new Paragraph(t(translated ? "texts.history.none" : "texts.history.never")));
        }
        for (int i = 0; i < history.size(); i++) {
            body().add(row(history.get(i), translated, i == 0, onBack));
        }
    }

    private static Component row(
            TextVersion version, boolean translated, boolean current, Consumer<TextVersion> onBack) {
        Div head = new Div(
                new Span(t("texts.history.version", version.version(), version.by())), new RelativeTime(version.at()));
        head.addClassName("p-muted");
        Div row = new Div(head, new Paragraph(words(version, translated)));
        row.addClassName("p-text-version");
        if (current) {
            head.add(new Span(t("texts.history.current")));
        } else {
            Button back = new Button(t("texts.history.back"), new Glyph("undo-2"), click -> onBack.accept(version));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            row.add(back);
        }
        return row;
    }

    private static String words(TextVersion version, boolean translated) {
        return version.shipped() ? t(translated ? "texts.history.shipped" : "texts.history.french") : version.text();
    }
}
