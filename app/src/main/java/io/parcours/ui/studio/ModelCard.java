package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.parcours.engine.Model;
import io.parcours.engine.Models;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** One model: its versions to choose from, the chosen one drawn and ready to be taken along. */
class ModelCard extends Div {

    private final transient Models models;
    private final transient Family family;
    private final Div versions = new Div();
    private final Div facts = new Div();
    private final Div drawn = new Div();
    private final Anchor download = new Anchor();

    ModelCard(Family family, Models models) {
        this.family = family;
        this.models = models;
        addClassName("p-model");
        download.addClassName("p-download");
        download.add(new Glyph("download"), new Span(t("studio.download")));
        Div head = new Div(new H2(family.name()), download);
        head.addClassName("p-model-head");
        versions.addClassName("p-chips");
        versions.getElement().setAttribute("role", "group");
        versions.getElement().setAttribute("aria-label", t("studio.versions"));
        facts.addClassName("p-model-facts");
        drawn.addClassName("p-model-drawn");
        family.versions().forEach(version -> versions.add(chip(version)));
        add(head, versions, facts, drawn);
        show(family.inForce());
    }

    private NativeButton chip(Model version) {
        NativeButton chip = new NativeButton(label(version), click -> show(version));
        chip.addClassName("p-chip");
        chip.setId("version-" + version.id());
        return chip;
    }

    private static String label(Model version) {
        return t(version.own() ? "studio.version.own" : "studio.version.shared", version.version());
    }

    private void show(Model version) {
        versions.getChildren().forEach(chip -> chip.getElement()
                .setAttribute(
                        "aria-pressed", String.valueOf(chip.getId().orElse("").equals("version-" + version.id()))));
        facts.removeAll();
        Span deployed = new Span(new Span(t("studio.deployed") + " "), new RelativeTime(version.deployedAt()));
        facts.add(state(version), deployed, file());
        download.setHref(DownloadHandler.fromInputStream(event -> content(version)));
        drawn.removeAll();
        drawn.add(new Drawing(version, models.source(version.id())));
    }

    private Span file() {
        Span file = new Span(family.fileName());
        file.addClassName("p-code");
        return file;
    }

    private Badge state(Model version) {
        return version.equals(family.inForce())
                ? new Badge("circle-check", t("studio.inForce"), Badge.Tone.FINE)
                : new Badge("history", t("studio.superseded"), Badge.Tone.NEUTRAL);
    }

    private DownloadResponse content(Model version) {
        byte[] source = models.source(version.id()).getBytes(StandardCharsets.UTF_8);
        String type = version.kind().equals("form") ? "application/json" : "application/xml";
        return new DownloadResponse(
                new ByteArrayInputStream(source), family.fileName(), type + ";charset=UTF-8", source.length);
    }
}
