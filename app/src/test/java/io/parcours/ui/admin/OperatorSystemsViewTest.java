package io.parcours.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.zaxxer.hikari.HikariDataSource;
import io.parcours.account.AccountSetUp;
import io.parcours.account.SystemAccounts;
import io.parcours.database.EmbeddedServer;
import io.parcours.database.ForeignDatabase;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperatorData;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.component.ViewHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class OperatorSystemsViewTest {

    @Autowired
    OperatorData data;

    @Autowired
    SystemAccounts accounts;

    @Autowired
    EmbeddedServer server;

    @Autowired
    DataSource ours;

    /** The operator's second billing database, as empty as it was made. */
    private static ForeignDatabase second;

    @BeforeEach
    void aSecondDatabase() throws SQLException {
        if (second == null) {
            second = server.foreignDatabase("second_billing").orElseThrow();
            try (Connection connection = DriverManager.getConnection(
                            second.url(), second.owner().user(), second.owner().password());
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        new ClassPathResource("demo/operator-schema.sql").getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    @AfterEach
    void nothingStays() {
        TenantContext.run("demo", () -> accounts.remove("system", "second"));
        TenantContext.run("littoral", () -> accounts.remove("system", "second"));
    }

    @Test
    void theSystemsAndTheirOperationsAreListed() {
        open();
        assertThat(grids(0).getListDataView().getItems())
                .extracting(each -> ((SystemRow) each).name())
                .containsExactly("billing", "network");
        assertThat(grids(1).getListDataView().getItems())
                .extracting(each -> ((Operation) each).fullName())
                .contains("billing.balance", "network.activateSim");
    }

    @Test
    void howManySystemsThereAreIsSaidInWords() {
        open();
        assertThat(counts()).contains("2 systèmes · aucun à l’arrêt");

        fill(second.owner().password());
        click("Enregistrer");

        assertThat(counts()).contains("3 systèmes · aucun à l’arrêt");
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
        assertThat(shown()).contains("1 ligne", "Solde", "12\u202f400");
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
    void whatTheInstallationBringsIsShownAndCannotBeChanged() {
        open();
        GridKt._clickItem(_get(SystemGrid.class), 0);

        _assertNone(AccountFields.class);
        assertThat(card()).contains("vient de la configuration de l’installation");
    }

    @Test
    void aDatabaseIsAddedTestedPutToWorkAndAsked() {
        open();
        fill(second.owner().password());
        click("Tester la connexion");
        assertThat(card()).contains("Le système répond et accepte cette connexion.");
        assertThat(rows()).as("a trial puts nothing to work").hasSize(2);

        click("Enregistrer");

        assertThat(rows()).extracting(SystemRow::name).containsExactly("billing", "network", "second");
        assertThat(rows().get(2).works()).isTrue();
        assertThat(_get(PasswordField.class, spec -> spec.withLabel(PASSWORD)).getValue())
                .isEmpty();
        assertThat(card()).doesNotContain(second.owner().password());
        choose("second.balance");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Numéro")), "+2290197000000");
        click("Essayer");
        assertThat(shown()).contains("Aucune ligne");
        assertThat(rows().get(2).figures())
                .hasValueSatisfying(state -> assertThat(state.calls()).isEqualTo(1));
    }

    @Test
    void whatIsWrongIsSaidInTheScreensLanguageAndNothingIsKept() {
        open();
        fill("wrong");
        click("Tester la connexion");
        assertThat(card()).contains("La base refuse l’utilisateur ou le mot de passe");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        click("Tester la connexion");
        assertThat(card()).contains("The database refuses the user or the password");
        UI.getCurrent().setLocale(Locale.FRENCH);

        _setValue(address(), second.url() + "?socketFactory=x");
        click("Enregistrer");
        assertThat(address().isInvalid()).isTrue();
        assertThat(address().getErrorMessage()).startsWith("L’adresse n’admet que ces paramètres : ");

        _setValue(address(), second.url());
        _setValue(_get(TextField.class, spec -> spec.withLabel(NAME)), "billing");
        click("Enregistrer");
        assertThat(_get(TextField.class, spec -> spec.withLabel(NAME)).getErrorMessage())
                .isEqualTo("La configuration de l’installation a déjà un système de ce nom");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void ourOwnDatabaseIsNoSystem() throws SQLException {
        String url = ours.unwrap(HikariDataSource.class).getJdbcUrl();
        open();
        fill("x");
        for (String same : List.of(url, url.replace("127.0.0.1", "localhost"), url.replace("127.0.0.1", "[::1]"))) {
            _setValue(address(), same);
            click("Enregistrer");
            assertThat(address().getErrorMessage()).isEqualTo("Cette base est celle de Parcours");
        }
        assertThat(rows()).hasSize(2);
    }

    @Test
    void aPasswordIsNotLedToAnotherServerByWhoDoesNotKnowIt() {
        open();
        fill(second.owner().password());
        click("Enregistrer");

        _setValue(address(), "jdbc:postgresql://evil.example/crm");
        click("Tester la connexion");

        assertThat(_get(Span.class, spec -> spec.withClasses("p-field-error")).getText())
                .contains("donnez de nouveau le mot de passe");
    }

    @Test
    void removingAsksOnceMoreAndTakesItsOperationsAway() {
        open();
        fill(second.owner().password());
        click("Enregistrer");
        click("Supprimer");
        assertThat(rows()).hasSize(3);

        click("Supprimer définitivement");

        assertThat(rows()).hasSize(2);
        assertThat(grids(1).getListDataView().getItems())
                .extracting(each -> ((Operation) each).connection())
                .doesNotContain("second");
        _assertNone(AccountCard.class);
    }

    @Test
    void anotherOperatorsSystemIsNeitherListedNorAskedAndItsNameIsFree() {
        Map<String, String> values = Map.of(
                "url", second.url(),
                "user", second.owner().user(),
                "password", second.owner().password(),
                "operations", "demo-billing");
        TenantContext.run("littoral", () -> accounts.save("system", "second", values, "admin"));
        open();
        assertThat(rows()).hasSize(2);
        assertThat(data.operations()).extracting(Operation::connection).doesNotContain("second");

        fill(second.owner().password());
        click("Enregistrer");
        assertThat(rows()).hasSize(3);
        click("Supprimer");
        click("Supprimer définitivement");

        assertThat(TenantContext.call("littoral", accounts::all))
                .filteredOn(AccountSetUp::own)
                .extracting(AccountSetUp::name)
                .containsExactly("second");
        assertThat(TenantContext.call("littoral", data::operations))
                .extracting(Operation::connection)
                .contains("second");
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void anAgentDoesNotGetThere() {
        open();
        _assertNone(OperationTrialCard.class);
        _assertNone(SystemGrid.class);
        assertThat(_find(Grid.class)).isEmpty();
    }

    private static final String NAME = "Nom du système";
    private static final String PASSWORD = "Mot de passe (ou jeton, sans utilisateur)";

    private static void fill(String password) {
        click("Ajouter un système");
        _setValue(_get(TextField.class, spec -> spec.withLabel(NAME)), "second");
        _setValue(address(), second.url());
        _setValue(
                _get(TextField.class, spec -> spec.withLabel("Utilisateur")),
                second.owner().user());
        _setValue(_get(PasswordField.class, spec -> spec.withLabel(PASSWORD)), password);
        Select<String> file = file();
        assertThat(file.getListDataView().getItems()).contains("demo-billing", "demo-network");
        file.setValue("demo-billing");
    }

    @SuppressWarnings("unchecked")
    private static Select<String> file() {
        return _get(Select.class, spec -> spec.withLabel("Fichier d’opérations"));
    }

    private static TextField address() {
        return _get(TextField.class, spec -> spec.withLabel("Adresse de la base ou du service web"));
    }

    private static List<SystemRow> rows() {
        return _get(SystemGrid.class).getListDataView().getItems().toList();
    }

    private static String counts() {
        return _get(ViewHeader.class).getElement().getTextRecursively();
    }

    private static String card() {
        return _get(AccountCard.class).getElement().getTextRecursively();
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
