package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.Keys;
import io.parcours.wording.EditableText;
import io.parcours.wording.TextRefused;
import java.util.function.Consumer;

/** The words, to be changed. A variable comes into them by its button, at the place of the cursor. */
class WordsCard extends Card {

    private static final String INSERT = """
            const area = this.inputElement, at = area.selectionEnd ?? area.value.length;
            this.value = area.value.slice(0, at) + $0 + area.value.slice(at);
            area.focus();
            area.setSelectionRange(at + $0.length, at + $0.length);
            this.dispatchEvent(new CustomEvent('input'));
            """;

    private final TextArea words = new TextArea();

    WordsCard(
            EditableText text,
            EditableText.Current current,
            Consumer<String> onTyping,
            Consumer<String> onSave,
            Runnable onShipped) {
        super(t("texts.words"));
        if (current.borrowed()) {
            words.setPlaceholder(current.text());
            words.setHelperText(t("texts.borrowed"));
        } else {
            words.setValue(current.text());
        }
        words.setWidthFull();
        words.setAriaLabel(t("texts.words"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            words.setInvalid(false);
            onTyping.accept(change.getValue());
        });
        Div fields = new Div(words);
        fields.addClassName("p-words");
        if (!text.variables().isEmpty()) {
            fields.add(variables(text));
        }
        body().add(fields, actions(current, onSave, onShipped));
    }

    private Div variables(EditableText text) {
        Div chips = new Div();
        chips.addClassName("p-chips");
        for (String name : text.variables()) {
            NativeButton chip = new NativeButton(TextWords.variable(name), click -> insert("{" + name + "}"));
            chip.addClassName("p-chip");
            chip.setTitle("{" + name + "}");
            chip.getElement().setAttribute("aria-label", t("texts.insert", TextWords.variable(name)));
            chips.add(chip);
        }
        return chips;
    }

    private void insert(String placeholder) {
        words.getElement().executeJs(INSERT, placeholder);
    }

    private Div actions(EditableText.Current current, Consumer<String> onSave, Runnable onShipped) {
        Button save = Keys.on(Keys.COMPLETE, new Button(t("action.save"), click -> onSave.accept(words.getValue())));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(save);
        if (current.own()) {
            actions.add(new Button(
                    t(current.translated() ? "texts.shipped" : "texts.french"),
                    new Glyph("rotate-ccw"),
                    click -> onShipped.run()));
        }
        actions.addClassName("p-actions");
        return actions;
    }

    /** Says at the field why it was not saved; what was typed stays. */
    void object(TextRefused refused) {
        words.setErrorMessage(sentence(refused));
        words.setInvalid(true);
    }

    static String sentence(TextRefused refused) {
        return switch (refused.reason()) {
            case EMPTY -> t("texts.wrong.EMPTY");
            case TOO_LONG -> t("texts.wrong.TOO_LONG", refused.detail());
            case LINE_END -> t("texts.wrong.LINE_END");
            case BRACES -> t("texts.wrong.BRACES");
            case VARIABLE -> t("texts.wrong.VARIABLE", "{" + refused.detail() + "}");
            case SAME_LABEL -> t("texts.wrong.SAME_LABEL", refused.detail());
            case CHANGED ->
                refused.detail().isEmpty() ? t("texts.wrong.CHANGED") : t("texts.wrong.CHANGED.by", refused.detail());
        };
    }
}
