package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.parcours.call.AgentPlaces;
import io.parcours.call.CallRefused;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.Keys;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;

/** Where a person says by which telephone they are reached. */
@Route(value = "telephone", layout = MainLayout.class)
@RolesAllowed({"AGENT_N1", "AGENT_N2", "BACK_OFFICE", "SUPERVISOR"})
public class OwnTelephoneView extends Page {

    private final transient AgentPlaces places;
    private final TextField place = new TextField(t("telephone.place"));

    OwnTelephoneView(AgentPlaces places) {
        super("telephone.title");
        this.places = places;
        place.setPlaceholder("PJSIP/agent1");
        place.setHelperText(t("telephone.place.help"));
        place.setMaxLength(80);
        place.setValue(places.of(CallWords.me()).orElse(""));
        Button save = Keys.on(Keys.COMPLETE, new Button(t("action.save"), click -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Card card = new Card(null, new Paragraph(t("telephone.intro")), place, save);
        card.addClassName("p-narrow");
        add(card);
    }

    private void save() {
        place.setInvalid(false);
        try {
            String kept = places.set(CallWords.me(), place.getValue());
            place.setValue(kept);
            Notices.done(t(kept.isEmpty() ? "telephone.forgotten" : "telephone.saved"));
        } catch (CallRefused refused) {
            place.setErrorMessage(t("telephone.refused"));
            place.setInvalid(true);
        }
    }
}
