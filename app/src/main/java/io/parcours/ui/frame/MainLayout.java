package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.security.UserAccounts;
import io.parcours.ui.call.CallBar;
import io.parcours.ui.call.CallParts;
import io.parcours.ui.component.DueBadge;
import io.parcours.ui.component.Glyph;
import java.util.List;

/** The frame around every workplace: the operator's name and colour, the search, the menu, the person. */
public class MainLayout extends AppLayout {

    private final transient OperatorLook look;
    private CallBar bar;

    MainLayout(
            OperatorLooks looks,
            List<SearchSource> sources,
            UserAccounts accounts,
            CallParts calls,
            AuthenticationContext authentication) {
        ParcoursUser user = ParcoursUser.current().orElse(null);
        look = looks.of(user);
        setPrimarySection(Section.NAVBAR);
        addClassName("p-frame");
        addToNavbar(toggle(), brand());
        if (user == null) {
            return;
        }
        SearchField search = new SearchField(sources);
        Div end = new Div(help(), new PersonMenu(user, accounts, authentication));
        end.addClassName("p-bar-end");
        addToNavbar(search, end);
        addToDrawer(new Scroller(new SideMenu()), new Keys(), timeElement());
        if (!user.tenant().equals(Role.PLATFORM_TENANT)) {
            bar = new CallBar(calls);
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        attach.getUI()
                .getPage()
                .executeJs("document.documentElement.style.setProperty('--p-accent', $0)", look.accent());
        if (bar != null) {
            // Beside the layout, which has no place of its own for it, and above whatever view is shown.
            attach.getUI().add(bar);
            addDetachListener(detach -> {
                detach.unregisterListener();
                bar.removeFromParent();
            });
        }
    }

    private static DrawerToggle toggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(t("frame.menu"));
        return toggle;
    }

    private Component brand() {
        Span mark = new Span(look.initials());
        mark.addClassName("p-brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(look.name());
        name.addClassName("p-brand-name");
        Anchor home = new Anchor(".", mark, name);
        home.addClassName("p-brand");
        home.getElement().setAttribute("router-link", true);
        return home;
    }

    private static Button help() {
        Button help = Keys.on(Keys.HELP, new Button(new Glyph("keyboard"), click -> new KeysDialog().open()));
        help.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        help.setAriaLabel(t("keys.title"));
        help.setTooltipText(t("keys.title"));
        help.addClassName("p-bar-help");
        return help;
    }

    /** Columns of grids draw times by the element alone, so the frame brings it along. */
    private static Component timeElement() {
        DueBadge element = new DueBadge(null);
        element.getElement().setVisible(false);
        return element;
    }
}
