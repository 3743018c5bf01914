package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.parcours.ui.component.Glyph;

/** The views that this person may open; a view enters itself with {@code @Menu(title = <text key>, icon = <icon name>)}. */
class SideMenu extends SideNav {

    SideMenu() {
        addClassName("p-menu");
        getElement().setAttribute("aria-label", t("frame.menu"));
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.icon() != null)
                .forEach(entry -> addItem(item(entry)));
    }

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(t(entry.title()), entry.path(), new Glyph(entry.icon()));
        item.setMatchNested(true);
        return item;
    }
}
