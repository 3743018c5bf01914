package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.parcours.language.Language;
import io.parcours.prompt.PromptRefused;
import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.Recording;
import io.parcours.prompt.SpokenText;
import io.parcours.prompt.SpokenText.State;
import io.parcours.prompt.TelephoneAudio;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.SoundPlayer;
import io.parcours.ui.component.UploadTexts;
import io.parcours.ui.frame.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** One text: in each language what is played, to be listened to, replaced and taken away. */
class PromptCard extends Card {

    private final transient SpokenText text;
    private final transient RecordedPrompts prompts;
    private final transient Consumer<String> onChange;

    /** @param onChange told the code of the text whose sound is another now */
    PromptCard(SpokenText text, RecordedPrompts prompts, Consumer<String> onChange) {
        super(Labels.text(text.code()));
        this.text = text;
        this.prompts = prompts;
        this.onChange = onChange;
        Div content = new Div(new Paragraph(text.words()));
        if (text.values()) {
            content.add(new Paragraph(t("prompts.values")));
        }
        text.states().forEach((language, state) -> content.add(part(language, state)));
        content.addClassName("p-prompts");
        show(content);
    }

    private Div part(Language language, State state) {
        Div part = new Div(new H3(Labels.language(language)), PromptStates.badge(state));
        if (text.translations().containsKey(language)) {
            part.add(new Paragraph(text.translations().get(language)));
        }
        if (state == State.RECORDED) {
            part.add(player(language), remove(language));
        }
        part.add(upload(language, state));
        part.addClassName("p-prompt");
        return part;
    }

    /** Asked for by the browser when somebody listens, as the operator who is signed in. */
    private SoundPlayer player(Language language) {
        return new SoundPlayer(
                text.code() + "_" + language.code() + ".wav",
                t("prompts.listen", Labels.language(language)),
                () -> prompts.audio(text.code(), language).orElse(new byte[0]));
    }

    private Button remove(Language language) {
        Button remove = new Button(t("prompts.remove"), new Glyph("trash-2"), click -> {
            prompts.remove(text.code(), language);
            onChange.accept(text.code());
            Notices.done(t("prompts.removed"), () -> {
                prompts.restore(text.code(), language);
                onChange.accept(text.code());
            });
        });
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(t("prompts.remove.of", Labels.language(language)));
        return remove;
    }

    private Upload upload(Language language, State state) {
        Upload upload = new Upload(event -> receive(event, language));
        upload.setI18n(new UploadTexts());
        upload.setAcceptedFileTypes(".wav", "audio/wav", "audio/x-wav");
        upload.setMaxFileSize(TelephoneAudio.LARGEST);
        upload.setDropAllowed(false);
        Button choose =
                new Button(t(state == State.RECORDED ? "prompts.replace" : "prompts.upload"), new Glyph("upload"));
        choose.setAriaLabel(t("prompts.upload.of", Labels.language(language)));
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> Notices.failure(rejected.getErrorMessage()));
        return upload;
    }

    /** On the request that brings the file, which is inside the person's operator; the screen hears of it afterwards. */
    private void receive(UploadEvent event, Language language) throws IOException {
        byte[] file;
        try (InputStream in = event.getInputStream()) {
            file = in.readNBytes(TelephoneAudio.LARGEST + 1);
        }
        UI page = event.getUI();
        String by = ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
        try {
            Recording kept = prompts.keep(text.code(), language, file, by);
            Updates.access(page, () -> {
                Notices.done(t("prompts.kept", Labels.language(language), Math.round(kept.millis() / 100.0) / 10.0));
                onChange.accept(text.code());
            });
        } catch (PromptRefused refused) {
            Updates.access(page, () -> {
                Notices.failure(t("prompts.refused." + refused.reason()));
                onChange.accept(text.code());
            });
        }
    }
}
