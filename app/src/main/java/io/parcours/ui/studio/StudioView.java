package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.engine.Models;
import io.parcours.security.Role;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.ListDetail;
import io.parcours.ui.frame.HomeOf;
import io.parcours.ui.frame.Keys;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The journeys, decisions and forms with their versions, drawn; and the way to an own version of each. */
@Route(value = "studio", layout = MainLayout.class)
@Menu(title = "studio.title", icon = "workflow", order = 40)
@RolesAllowed("ANALYST")
@HomeOf(Role.ANALYST)
class StudioView extends Page {

    private final transient Models models;
    private final ModelList list = new ModelList();
    private final ListDetail pages;

    StudioView(Models models) {
        super("studio.title");
        this.models = models;
        addClassName("p-studio");
        fillHeight();
        Button upload =
                Keys.on(Keys.NEXT, new Button(t("studio.upload"), new Glyph("upload"), click -> new UploadDialog(
                                models, this::arrived)
                        .open()));
        upload.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        header().setActions(upload);
        pages = new ListDetail(list, new EmptyState("workflow", t("studio.choose"), t("studio.choose.next")));
        pages.onClose(list::clear);
        list.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                pages.open(new ModelCard(change.getValue(), models));
            }
        });
        add(pages);
        refresh();
    }

    private void refresh() {
        List<Family> families = Family.of(models.all());
        long own = families.stream().filter(family -> family.inForce().own()).count();
        header().setCounts(t("studio.count", families.size(), own));
        list.show(families);
    }

    private void arrived(String fileName) {
        refresh();
        list.find(fileName).ifPresent(list::setValue);
    }
}
