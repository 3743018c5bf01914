package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.parcours.model.ElementTemplates;
import io.parcours.model.StepCatalogue;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** What a journey can be made of: every step, and the templates by which the modeler offers them. */
@Route(value = "steps", layout = MainLayout.class)
@Menu(title = "steps.title", icon = "list-checks", order = 41)
@RolesAllowed("ANALYST")
class StepsView extends Page {

    private static final String FILE = "parcours-steps.json";

    StepsView(StepCatalogue catalogue) {
        super("steps.title");
        header().setCounts(t("steps.count", catalogue.all().size()));
        header().setActions(download(new ElementTemplates(catalogue)));
        Paragraph intro = new Paragraph(t("steps.intro"));
        intro.addClassName("p-steps-intro");
        add(intro, new Card(null, new StepTable(catalogue.all())));
    }

    private static Anchor download(ElementTemplates templates) {
        Anchor anchor = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] json = templates.json().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(json), FILE, "application/json", json.length);
                }),
                "");
        anchor.add(new Glyph("download"), new Span(t("steps.templates")));
        anchor.addClassName("p-download");
        return anchor;
    }
}
