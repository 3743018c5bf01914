package io.parcours.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.account.AccountRefused;
import io.parcours.account.AccountSetUp;
import io.parcours.account.ChannelAccounts;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class AccountsViewTest {

    @Autowired
    ChannelAccounts accounts;

    private final WhatsAppSimulator meta =
            WhatsAppSimulator.start(new WhatsAppSimAccount("4711", "22997007071", "token-1", "secret-1", "verify-1"));

    @AfterEach
    void nothingStays() {
        TenantContext.run("demo", () -> accounts.remove("whatsapp", "support"));
        meta.close();
    }

    @Test
    void theDemosAccountsAreListedWithTheirStateAndCannotBeChanged() {
        open();
        assertThat(all()).extracting(AccountSetUp::channel).contains("sms", "whatsapp");
        assertThat(all()).noneMatch(account -> account.name().equals("littoral"));
        assertThat(all()).extracting(AccountSetUp::channel).doesNotContain("system");
        assertThat(accounts.kinds()).contains("sms").doesNotContain("system");

        GridKt._clickItem(_get(AccountGrid.class), 0);

        _assertNone(AccountFields.class);
    }

    @Test
    void aNumberIsSetUpTestedAndPutToWork() {
        open();
        accountCard();
        fill("token-1");
        click("Tester la connexion");
        assertThat(answers()).contains("Le fournisseur accepte ce compte.");

        click("Enregistrer");

        AccountSetUp made = made();
        assertThat(made.own()).isTrue();
        assertThat(made.secrets()).contains("token", "appSecret", "verifyToken");
        assertThat(AccountBadge.Condition.of(made)).isEqualTo(AccountBadge.Condition.WORKS);
        assertThat(_get(PasswordField.class, spec -> spec.withLabel("Jeton d’accès"))
                        .getValue())
                .isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldOrBelowThemInTheScreensLanguage() {
        open();
        accountCard();
        click("Enregistrer");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Nom du compte"))
                        .isInvalid())
                .isTrue();

        fill("wrong");
        click("Tester la connexion");
        assertThat(answers()).containsExactly("Meta refuse le jeton (HTTP 401, code 190) : renouvelez-le chez Meta");

        _setValue(_get(TextField.class, spec -> spec.withLabel("Identifiant du numéro (phone number id)")), "+229 1");
        click("Enregistrer");
        assertThat(_get(Span.class, spec -> spec.withClasses("p-field-error")).getText())
                .contains("il faut l’identifiant du numéro (phone number id), en chiffres")
                .doesNotContain("secret-1");
        assertThat(all()).noneMatch(AccountSetUp::own);
    }

    @Test
    void aNumberThatIsNoneIsSaidAtItsField() {
        open();
        accountCard();
        fill("token-1");
        TextField rate = _get(TextField.class, spec -> spec.withLabel("Messages par seconde au plus"));
        _setValue(rate, "beaucoup");
        click("Enregistrer");

        assertThat(rate.isInvalid()).isTrue();
        assertThat(rate.getErrorMessage()).isEqualTo("Un nombre entier");
        assertThat(all()).noneMatch(AccountSetUp::own);
    }

    @Test
    void anotherOperatorsAccountIsRefusedWithoutBeingNamed() {
        TenantContext.run(
                "littoral",
                () -> accounts.save(
                        "whatsapp",
                        "coast",
                        Map.of("phoneNumberId", "4711", "token", "t", "appSecret", "s", "verifyToken", "v"),
                        "admin"));
        try {
            open();
            accountCard();
            fill("token-1");
            click("Enregistrer");

            assertThat(_get(Span.class, spec -> spec.withClasses("p-field-error"))
                            .getText())
                    .contains("ce compte du fournisseur est déjà réglé sous un autre nom")
                    .doesNotContain("coast");
        } finally {
            TenantContext.run("littoral", () -> accounts.remove("whatsapp", "coast"));
        }
    }

    @Test
    void whatIsWrongIsSaidInEnglishToWhoeverReadsEnglish() {
        open();
        accountCard();
        fill("wrong");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        click("Tester la connexion");
        assertThat(answers()).containsExactly("Meta refuses the token (HTTP 401, code 190): renew it at Meta");
    }

    @Test
    void removingAsksOnceMore() {
        open();
        accountCard();
        fill("token-1");
        click("Enregistrer");
        click("Supprimer");
        assertThat(made()).isNotNull();

        click("Supprimer définitivement");

        assertThat(all()).noneMatch(AccountSetUp::own);
    }

    @Test
    void whoeverAsksForAnotherOperatorsNameIsRefused() {
        TenantContext.run(
                "littoral",
                () -> accounts.save(
                        "whatsapp",
                        "coast",
                        Map.of(
                                "phoneNumberId",
                                "9",
                                "token",
                                "t",
                                "appSecret",
                                "s",
                                "verifyToken",
                                "v",
                                "url",
                                meta.url()),
                        "admin"));
        try {
            assertThatThrownBy(() -> TenantContext.run(
                            "demo",
                            () -> accounts.save(
                                    "whatsapp",
                                    "coast",
                                    Map.of("phoneNumberId", "10", "token", "t", "appSecret", "s", "verifyToken", "v"),
                                    "admin")))
                    .isInstanceOf(AccountRefused.class);
        } finally {
            TenantContext.run("littoral", () -> accounts.remove("whatsapp", "coast"));
        }
    }

    private static void open() {
        UI.getCurrent().navigate("admin/accounts");
    }

    /** The menu's own item has no way to be clicked without a browser. */
    private static void accountCard() {
        _get(AccountsView.class).begin("whatsapp");
    }

    private void fill(String token) {
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom du compte")), "support");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Identifiant du numéro (phone number id)")), "4711");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Jeton d’accès")), token);
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Secret de l’application")), "secret-1");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Jeton de vérification")), "verify-1");
        _setValue(
                _get(TextField.class, spec -> spec.withLabel("Adresse de l’API, si ce n’est celle du fournisseur")),
                meta.url());
    }

    private static List<String> answers() {
        return _get(Div.class, spec -> spec.withClasses("p-account-answer"))
                .getElement()
                .getChildren()
                .map(child -> child.getTextRecursively())
                .toList()
                .stream()
                .map(words ->
                        words.replaceAll("En service|Ne reçoit plus|Hors service|At work|Receives nothing|Down", ""))
                .toList();
    }

    private AccountSetUp made() {
        return all().stream().filter(AccountSetUp::own).findFirst().orElseThrow();
    }

    private List<AccountSetUp> all() {
        return TenantContext.call("demo", accounts::all);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
