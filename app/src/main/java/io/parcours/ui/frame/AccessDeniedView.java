package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.parcours.ui.component.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but not for this person's roles. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class AccessDeniedView extends Page implements HasErrorParameter<AccessDeniedException> {

    AccessDeniedView() {
        super("error.denied.title");
        add(new EmptyState(
                "lock", t("error.denied"), t("error.denied.next"), new RouterLink(t("error.home"), HomeView.class)));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
