package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.component.Notices;
import io.parcours.wording.EditableText;
import io.parcours.wording.Previews;
import io.parcours.wording.TemplateStates;
import io.parcours.wording.TextRefused;
import io.parcours.wording.TextVersions;

/** One text: its words in a language, how they look, what they were before, and its template. */
class TextPanel extends Div {

    private final transient TextVersions versions;
    private final transient Previews previews;
    private final transient TemplateStates templates;
    private final transient Runnable onChange;
    private final Div content = new Div();
    private final Div template = new Div();
    private transient EditableText text;
    private String language;
    private WordsCard words;

    TextPanel(
            EditableText text, TextVersions versions, Previews previews, TemplateStates templates, Runnable onChange) {
        this.text = text;
        this.versions = versions;
        this.previews = previews;
        this.templates = templates;
        this.onChange = onChange;
        addClassName("p-text-panel");
        content.addClassName("p-text-panel");
        Span code = new Span(text.code());
        code.addClassName("p-muted");
        add(new H2(TextWords.name(text)), code, languages(), content);
    }

    private Tabs languages() {
        Tabs tabs = new Tabs();
        for (String each : text.current().keySet()) {
            Tab tab = new Tab(TextWords.language(each));
            tab.setId("text-" + each);
            tabs.add(tab);
            language = language == null ? each : language;
        }
        tabs.addSelectedChangeListener(change -> {
            language = change.getSelectedTab().getId().orElseThrow().substring("text-".length());
            show();
        });
        show();
        return tabs;
    }

    private void show() {
        EditableText.Current current = text.current().get(language);
        PreviewCard preview = new PreviewCard(text, language, previews);
        words = new WordsCard(text, current, preview::show, this::save, this::backToShipped);
        preview.show(current.text());
        VersionsCard history = new VersionsCard(
                current.translated(), versions.history(text.code(), language), version -> back(version.version()));
        content.removeAll();
        content.add(words, preview, template, history);
        showTemplate();
    }

    /** As providers told last; what is being typed above stays as it is. */
    void showTemplate() {
        template.removeAll();
        if (templates.hasTemplate(text, language)) {
            template.add(new TemplateCard(text, language, templates));
        }
    }

    private void save(String typed) {
        change(known -> versions.save(text.code(), language, typed, known, user()));
    }

    private void backToShipped() {
        change(known -> versions.shipped(text.code(), language, known, user()));
    }

    private void back(int version) {
        change(known -> versions.back(text.code(), language, version, known, user()));
    }

    /** A change of words, told the version that the person has before their eyes. */
    private interface Change {

        int from(int known);
    }

    private void change(Change change) {
        int known = text.current().get(language).version();
        try {
            int now = change.from(known);
            reload();
            if (now != known) {
                String of = language;
                Notices.done(t("texts.saved"), () -> undo(of, known, now));
            }
        } catch (TextRefused refused) {
            words.object(refused);
        }
    }

    private void undo(String of, int before, int known) {
        try {
            if (before == 0) {
                versions.shipped(text.code(), of, known, user());
            } else {
                versions.back(text.code(), of, before, known, user());
            }
            reload();
        } catch (TextRefused changedMeanwhile) {
            Notices.failure(WordsCard.sentence(changedMeanwhile));
        }
    }

    private void reload() {
        text = versions.find(text.code()).orElseThrow();
        show();
        onChange.run();
    }

    private static String user() {
        return ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
    }
}
