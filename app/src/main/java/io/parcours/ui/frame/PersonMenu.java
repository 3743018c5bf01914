package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.parcours.i18n.Languages;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.security.UserAccounts;
import io.parcours.ui.call.OwnTelephoneView;
import io.parcours.ui.component.Glyph;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is signed in, and what they may do about themselves. */
class PersonMenu extends MenuBar {

    private static final Set<Role> TELEPHONED =
            EnumSet.of(Role.AGENT_N1, Role.AGENT_N2, Role.BACK_OFFICE, Role.SUPERVISOR);

    PersonMenu(ParcoursUser user, UserAccounts accounts, AuthenticationContext authentication) {
        addClassName("p-person");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        Avatar avatar = new Avatar(user.displayName());
        avatar.setColorIndex(0);
        avatar.addThemeVariants(AvatarVariant.LUMO_SMALL);
        avatar.getElement().setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
        Span name = new Span(user.displayName());
        name.addClassName("p-person-name");
        MenuItem root = addItem(new Div(avatar, name, new Glyph("chevron-down")));
        root.setAriaLabel(t("person.menu", user.displayName()));

        SubMenu menu = root.getSubMenu();
        menu.addItem(who(user)).setEnabled(false);
        menu.addSeparator();
        for (Locale language : Languages.ALL) {
            MenuItem item = menu.addItem(t("language." + language.getLanguage()), click -> speak(accounts, language));
            item.setCheckable(true);
            item.setChecked(language.equals(Languages.of(UI.getCurrent().getLocale())));
        }
        menu.addSeparator();
        if (user.roles().stream().anyMatch(TELEPHONED::contains)) {
            item(menu, "phone", "telephone.title")
                    .addClickListener(click -> UI.getCurrent().navigate(OwnTelephoneView.class));
        }
        item(menu, "key-round", "person.password")
                .addClickListener(click -> UI.getCurrent().navigate(OwnPasswordView.class));
        item(menu, "keyboard", "keys.title").addClickListener(click -> new KeysDialog().open());
        item(menu, "log-out", "person.signOut").addClickListener(click -> authentication.logout());
    }

    private static MenuItem item(SubMenu menu, String icon, String key) {
        Div content = new Div(new Glyph(icon), new Span(t(key)));
        content.addClassName("p-menu-item");
        return menu.addItem(content);
    }

    private static Div who(ParcoursUser user) {
        Span name = new Span(user.username());
        Span roles = new Span(
                user.roles().stream().sorted().map(role -> t(role.textKey())).collect(Collectors.joining(", ")));
        Div who = new Div(name, roles);
        who.addClassName("p-person-who");
        return who;
    }

    private static void speak(UserAccounts accounts, Locale language) {
        accounts.setOwnLanguage(language.getLanguage());
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
