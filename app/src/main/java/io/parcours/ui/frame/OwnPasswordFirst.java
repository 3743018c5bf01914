package io.parcours.ui.frame;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.server.VaadinSession;
import io.parcours.security.ParcoursUser;

/** Somebody who signed in with a password that an administrator has seen chooses their own before anything else. */
class OwnPasswordFirst implements BeforeEnterListener {

    private static final String CHOSEN = "parcours.passwordChosen";

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean due =
                ParcoursUser.current().filter(ParcoursUser::mustChangePassword).isPresent()
                        && VaadinSession.getCurrent().getAttribute(CHOSEN) == null;
        if (due && event.getNavigationTarget() != OwnPasswordView.class) {
            event.forwardTo(OwnPasswordView.class);
        }
    }

    static void chosen() {
        VaadinSession.getCurrent().setAttribute(CHOSEN, true);
    }
}
