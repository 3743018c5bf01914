package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.parcours.conversation.Preview;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.wording.ChannelPreview;
import io.parcours.wording.EditableText;
import io.parcours.wording.Previews;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words with sample values, on each channel as that channel itself makes a message of them. */
class PreviewCard extends Card {

    private final transient EditableText text;
    private final transient Previews previews;
    private final transient Map<String, String> values = new LinkedHashMap<>();
    private final String language;
    private final Div channels = new Div();
    private String words = "";

    PreviewCard(EditableText text, String language, Previews previews) {
        super(t("texts.preview"));
        this.text = text;
        this.language = language;
        this.previews = previews;
        values.putAll(previews.samples(text, language));
        channels.addClassName("p-previews");
        body().add(samples(), channels);
    }

    private Div samples() {
        Div fields = new Div();
        fields.addClassName("p-samples");
        values.forEach((name, value) -> {
            TextField field = new TextField(TextWords.variable(name), value, "");
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> {
                values.put(name, change.getValue());
                show(words);
            });
            fields.add(field);
        });
        return fields;
    }

    void show(String typed) {
        words = typed;
        channels.removeAll();
        previews.of(text, language, typed, values).forEach(each -> channels.add(channel(each)));
    }

    private static Component channel(ChannelPreview preview) {
        Section channel = new Section(new H3(Labels.channel(preview.channel())));
        channel.addClassName("p-preview");
        preview.preview()
                .ifPresentOrElse(
                        shown -> message(channel, shown),
                        () -> channel.add(
                                new Badge("circle-alert", TextWords.refusal(preview.refusal()), Badge.Tone.SOON)));
        return channel;
    }

    private static void message(Section channel, Preview shown) {
        if (shown.subject() != null) {
            channel.add(new Paragraph(t("texts.preview.subject", shown.subject())));
        }
        shown.texts().forEach(each -> channel.add(new Bubble(each, false, null)));
        if (shown.opener() != null) {
            Span opener = new Span(new Glyph("menu"), new Span(shown.opener()));
            opener.addClassName("p-preview-choice");
            channel.add(opener);
        }
        shown.choices().forEach(each -> {
            Span choice = new Span(each);
            choice.addClassName("p-preview-choice");
            channel.add(choice);
        });
        String note = note(shown);
        if (!note.isEmpty()) {
            Span below = new Span(note);
            below.addClassName("p-muted");
            channel.add(below);
        }
    }

    private static String note(Preview shown) {
        return switch (shown.style()) {
            case LIST -> t("texts.preview.list");
            case QUICK_REPLIES -> t("texts.preview.quick");
            case BUTTONS -> t("texts.preview.buttons");
            case SPOKEN -> t("texts.preview.spoken");
            case TEXT -> shown.parts() == 0 ? "" : t("texts.preview.parts", shown.parts(), shown.encoding());
        };
    }
}
