package io.parcours.ui.frame;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import io.parcours.i18n.Messages;
import io.parcours.security.DemoUser;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
class MainLayoutTest {

    @Autowired
    Messages messages;

    @Test
    @SignedIn(DemoUser.ESSI)
    void theFrameNamesTheOperatorOfThePerson() {
        UI.getCurrent().navigate("");
        assertThat(_get(Span.class, spec -> spec.withClasses("p-brand-name")).getText())
                .isEqualTo("Littoral Télécom");
    }

    @Test
    @SignedIn(DemoUser.SALIF)
    void theMenuShowsWhatTheRoleMayOpen() {
        UI.getCurrent().navigate("");
        assertThat(_find(SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .contains("Utilisateurs")
                .doesNotContain("Opérateurs");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("admin/users");
    }

    @Test
    @SignedIn(DemoUser.ADMIN)
    void thePlatformAdministratorBeginsAtTheOperators() {
        UI.getCurrent().navigate("");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("admin/operators");
    }

    @Test
    @SignedIn(DemoUser.FATOU)
    void aPageOfAnotherRoleIsDeniedInWords() {
        UI.getCurrent().navigate("admin/users");
        assertThat(_get(H1.class).getText()).isEqualTo("Accès refusé");
    }

    @Test
    @SignedIn(DemoUser.SALIF)
    void theListOfKeysOpens() {
        UI.getCurrent().navigate("");
        _click(_get(Button.class, spec -> spec.withClasses("p-bar-help")));
        _assertOne(KeysDialog.class);
    }

    @Test
    @SignedIn(DemoUser.SALIF)
    void everyEntryOfTheMenuHasItsWordsAndItsIcon() throws IOException {
        String icons = Files.readString(Path.of("src/main/frontend/components/icons.ts"));
        assertThat(MenuConfiguration.getMenuEntries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(messages.has(entry.title())).as(entry.title()).isTrue();
            assertThat(icons).contains("'" + entry.icon() + "':");
        });
    }
}
