package io.parcours.ui.casefile;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;

/** One case: what is to be done, for whom, what happened and where it stands. Its address is {@code case/<number>}. */
@Route(value = "case", layout = MainLayout.class)
@RolesAllowed({"AGENT_N1", "AGENT_N2", "BACK_OFFICE", "SUPERVISOR"})
public class CaseView extends Page implements HasUrlParameter<String> {

    private final transient CaseParts parts;
    private String number = "";
    private CasePanel panel;

    CaseView(CaseParts parts) {
        super("case.title");
        this.parts = parts;
    }

    @Override
    public void setParameter(BeforeEvent event, String caseNumber) {
        CaseFile file = parts.files().open(caseNumber).orElseThrow(NotFoundException::new);
        number = caseNumber;
        if (panel != null) {
            remove(panel);
        }
        panel = new CasePanel(parts, file, header());
        add(panel);
    }

    /** The case as it is shown. */
    CasePanel panel() {
        return panel;
    }

    @Override
    public String getPageTitle() {
        return number + " · Parcours";
    }
}
