package io.parcours.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import io.parcours.security.UserAccount;
import io.parcours.security.UserAccounts;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class UsersViewTest {

    @Autowired
    UserAccounts accounts;

    @Test
    void theListShowsTheOperatorsPeople() {
        open();
        assertThat(grid().getListDataView().getItems())
                .extracting(UserAccount::username)
                .contains("awa@sahel", "salif@sahel")
                .noneMatch(name -> name.endsWith("@littoral"));
    }

    @Test
    void theFilterNarrowsTheList() {
        open();
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Filtrer par nom")), "ibra");
        assertThat(grid().getListDataView().getItems())
                .extracting(UserAccount::username)
                .containsExactly("ibrahim@sahel");
    }

    @Test
    void aNewUserGetsAPasswordThatIsShownOnce() {
        open();
        click("Nouvel utilisateur");
        _setValue(field("Nom d’utilisateur"), "nouveau@sahel");
        _setValue(field("Nom affiché"), "Nouveau Venu");
        _setValue(roles(), Set.of(Role.BACK_OFFICE));
        click("Créer");
        _assertOne(OneTimePasswordDialog.class);
        assertThat(_get(Code.class).getText()).hasSizeGreaterThan(12);
        assertThat(account("nouveau@sahel").mustChangePassword()).isTrue();
    }

    @Test
    void whatTheRulesRefuseShowsAtTheFieldAndKeepsWhatWasTyped() {
        open();
        click("Nouvel utilisateur");
        _setValue(field("Nom d’utilisateur"), "awa@sahel");
        _setValue(field("Nom affiché"), "Une autre Awa");
        _setValue(roles(), Set.of(Role.ANALYST));
        click("Créer");
        assertThat(field("Nom d’utilisateur").isInvalid()).isTrue();
        assertThat(field("Nom d’utilisateur").getErrorMessage()).contains("déjà pris");
        assertThat(field("Nom affiché").getValue()).isEqualTo("Une autre Awa");
    }

    @Test
    void rolesAreChanged() {
        open();
        choose("aicha@sahel");
        _setValue(roles(), Set.of(Role.ANALYST, Role.SUPERVISOR));
        click("Enregistrer");
        assertThat(account("aicha@sahel").roles()).containsExactlyInAnyOrder(Role.ANALYST, Role.SUPERVISOR);
    }

    @Test
    void theirOwnAdministratorRightStays() {
        open();
        choose("salif@sahel");
        _setValue(roles(), Set.of(Role.ANALYST));
        click("Enregistrer");
        assertThat(roles().isInvalid()).isTrue();
        assertThat(account("salif@sahel").roles()).contains(Role.TENANT_ADMIN);
    }

    private static void open() {
        UI.getCurrent().navigate("admin/users");
    }

    private static Grid<UserAccount> grid() {
        return _get(UserGrid.class);
    }

    private static void choose(String username) {
        UserAccount user = grid().getListDataView()
                .getItems()
                .filter(each -> each.username().equals(username))
                .findFirst()
                .orElseThrow();
        grid().select(user);
    }

    private static void click(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Role> roles() {
        return _get(CheckboxGroup.class);
    }

    private UserAccount account(String username) {
        return accounts.all().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
