package io.parcours.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.SystemState;
import io.parcours.security.DemoUser;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class OperatorSystemsViewTest {

    @Autowired
    OperatorData data;

    @Test
    void theSystemsAndTheirOperationsAreListed() {
        open();
        assertThat(grids(0).getListDataView().getItems())
                .extracting(each -> ((SystemState) each).connection())
                .containsExactly("billing", "network");
        assertThat(grids(1).getListDataView().getItems())
                .extracting(each -> ((Operation) each).fullName())
                .contains("billing.balance", "network.activateSim");
    }

    @Test
    void whyACallFailedIsSaidInWordsAndACodeWithoutAnyAsItIs() {
        assertThat(SystemErrors.words("timeout")).isEqualTo("Pas de réponse à temps");
        assertThat(SystemErrors.words("http-503")).isEqualTo("Le système répond par une erreur (HTTP 503)");
        assertThat(SystemErrors.words("sql-57P01")).isEqualTo("Erreur de la base (SQLSTATE 57P01)");
        assertThat(SystemErrors.words("nothing-changed")).isEqualTo("Rien n’a été modifié");
        assertThat(SystemErrors.words("snow")).isEqualTo("snow");

        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(SystemErrors.words("circuit-open")).isEqualTo("Cut off after too many failures");
    }

    @Test
    void aReadIsTriedAndItsFieldsShown() {
        open();
        choose("billing.balance");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Numéro")), "+2290197000000");
        click("Essayer");
        assertThat(shown()).contains("1 ligne(s)", "Solde", "12\u202f400");
    }

    @Test
    void whatIsNoNumberIsSaidAtItsField() {
        open();
        choose("billing.balance");
        TextField number = _get(TextField.class, spec -> spec.withLabel("Numéro"));
        _setValue(number, "' or 1=1 --");
        click("Essayer");
        assertThat(number.isInvalid()).isTrue();
        assertThat(number.getValue()).isEqualTo("' or 1=1 --");
    }

    @Test
    void aWriteIsDoneOnlyAfterItWasConfirmed() {
        open();
        choose("billing.changeOffer");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Numéro")), "+2290197000012");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nouvelle offre")), "Sahel Pro 50 Go");
        click("Essayer");
        assertThat(shown()).doesNotContain("Résultat");
        click("Exécuter");
        assertThat(shown()).contains("Résultat : fait", "CMD-");
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void anAgentDoesNotGetThere() {
        open();
        _assertNone(OperationTrialCard.class);
        assertThat(_find(Grid.class)).isEmpty();
    }

    private static void open() {
        UI.getCurrent().navigate("admin/systems");
    }

    private static Grid<?> grids(int index) {
        return _find(Grid.class).get(index);
    }

    @SuppressWarnings("unchecked")
    private void choose(String operation) {
        ((Grid<Operation>) grids(1)).select(data.operation(operation));
    }

    private static void click(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private static String shown() {
        return _get(OperationTrialCard.class).getElement().getTextRecursively();
    }
}
