package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.parcours.ui.component.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** A page could not be opened through our own fault: a sentence and a reference, the rest is in the log. */
@AnonymousAllowed
class FailureView extends Page implements HasErrorParameter<Exception> {

    FailureView() {
        super("error.internal.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = ErrorReport.record(parameter.getException());
        Button again =
                new Button(t("error.again"), click -> UI.getCurrent().getPage().reload());
        Code code = new Code(reference);
        add(new EmptyState(
                "octagon-alert",
                t("error.internal"),
                t("error.internal.next"),
                code,
                again,
                new RouterLink(t("error.home"), HomeView.class)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
