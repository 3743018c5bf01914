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
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.KeptNotice;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Notice.Head;
import io.parcours.conversation.Notice.Kind;
import io.parcours.conversation.Problem;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.component.Facts;
import io.parcours.ui.component.ViewHeader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
@SignedIn(DemoUser.IBRAHIM)
class ChannelNoticesViewTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Head AWA = new Head("awa@client.example", "Photos de ma facture");

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyWasToldAnything() {
        TenantContext.run(
                "demo",
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("delete from provider_notice").update()));
    }

    @Test
    void whatWaitsToBeReadIsShownFirstAndTheOthersOnceTheChipIsReleased() {
        mailTooLarge(0);
        quality(1);
        open();

        assertThat(rows()).extracting(KeptNotice::head).containsExactly(AWA);
        assertThat(counts()).isEqualTo("2 avis · 1 à lire");
        assertThat(chip().getElement().getTextRecursively()).isEqualTo("À lire (1)");
        assertThat(chip().getElement().getAttribute("aria-pressed")).isEqualTo("true");

        _click(chip());
        assertThat(rows())
                .extracting(each -> each.reason().in(Locale.FRENCH))
                .containsExactly(
                        "Qualité du numéro ou nombre de messages permis : changement (phone_number_quality_update)",
                        "Courriel de plus de 10 Mo");
    }

    @Test
    void whereNothingWaitsAllAreShown() {
        quality(0);
        open();
        assertThat(rows()).hasSize(1);
        assertThat(chip().getElement().getAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    void theyAreFilteredByChannelAndAccount() {
        quality(0);
        keep("email", "service", Kind.NEWS, Problem.of("notice.mail.own"), Head.UNKNOWN, "x", 1);
        keep("email", "ventes", Kind.NEWS, Problem.of("notice.mail.own"), Head.UNKNOWN, "x", 2);
        open();

        _setValue(select("Canal"), "email");
        assertThat(rows()).extracting(KeptNotice::account).containsExactly("ventes", "service");
        assertThat(select("Compte").getListDataView().getItems()).containsExactly("service", "ventes");

        _setValue(select("Compte"), "service");
        assertThat(rows()).extracting(KeptNotice::account).containsExactly("service");

        _setValue(select("Canal"), "whatsapp");
        assertThat(rows()).extracting(KeptNotice::channel).containsExactly("whatsapp");
        assertThat(select("Compte").getValue()).isNull();
    }

    @Test
    void aFilterThatNothingFitsSaysSo() {
        quality(0);
        open();
        _click(chip());
        assertThat(rows()).isEmpty();
        assertThat(emptyTitle()).isEqualTo("Rien à lire");
    }

    @Test
    void withoutAnyTheScreenSaysWhatWillComeHere() {
        open();
        assertThat(rows()).isEmpty();
        assertThat(counts()).isEqualTo("aucun avis · rien à lire");
        assertThat(emptyTitle()).isEqualTo("Aucun avis");
    }

    @Test
    void aNoticeOpensWithItsSenderItsSubjectAndWhatCame() {
        mailTooLarge(0);
        open();
        choose(0);

        assertThat(_get(Facts.class).getElement().getTextRecursively())
                .contains("awa@client.example", "Photos de ma facture", "Courriel");
        assertThat(_get(Pre.class).getText()).isEqualTo("From: Awa <awa@client.example>\r\n\r\nBonjour");
    }

    @Test
    void jsonIsIndentedAndMarkupStaysText() {
        keep(
                "whatsapp",
                "main",
                Kind.NEWS,
                Problem.of("notice.news", "<script>alert(1)</script>"),
                Head.UNKNOWN,
                "{\"body\":\"<img src=x onerror=alert(1)>\"}",
                0);
        open();
        choose(0);

        Pre shown = _get(Pre.class);
        assertThat(shown.getText().lines()).containsExactly("{", "  \"body\" : \"<img src=x onerror=alert(1)>\"", "}");
        assertThat(shown.getElement().getChild(0).isTextNode()).isTrue();
        assertThat(shown.getElement().getProperty("innerHTML")).isNull();
    }

    @Test
    void whoHasReadItTakesItFromTheListAndMayTakeThatBack() {
        mailTooLarge(0);
        open();
        choose(0);

        click("Marquer comme lu");
        assertThat(rows()).isEmpty();
        assertThat(counts()).isEqualTo("1 avis · rien à lire");
        assertThat(_get(NoticeCard.class).getElement().getTextRecursively()).contains("Lu par vous");
        _assertNone(Button.class, spec -> spec.withText("Marquer comme lu"));

        click("Annuler cette action");
        assertThat(rows()).hasSize(1).allMatch(KeptNotice::toRead);
        _get(Button.class, spec -> spec.withText("Marquer comme lu"));
    }

    @Test
    void whatConcernsNoSubscriberNeedsNoReading() {
        quality(0);
        open();
        choose(0);
        assertThat(_get(NoticeCard.class).getElement().getTextRecursively()).doesNotContain("comme lu", "Lu par");
    }

    @Test
    void theListIsReadAPageAtATime() {
        for (int i = 0; i < 120; i++) {
            quality(i);
        }
        open();
        assertThat(GridKt._size(_get(NoticeGrid.class))).isEqualTo(120);
        assertThat(GridKt._get(_get(NoticeGrid.class), 119).at()).isEqualTo(NOON);
        assertThat(_get(NoticeGrid.class).getDataProvider().isInMemory()).isFalse();
    }

    @Test
    @SignedIn(DemoUser.ADJOA)
    void anotherOperatorsNoticesAreNotThere() {
        mailTooLarge(0);
        open();
        _find(NativeButton.class, spec -> spec.withClasses("p-chip")).stream()
                .filter(chip -> "true".equals(chip.getElement().getAttribute("aria-pressed")))
                .forEach(chip -> _click(chip));
        assertThat(rows()).extracting(KeptNotice::head).doesNotContain(AWA);
        assertThat(select("Compte").getListDataView().getItems()).doesNotContain("service");
    }

    @Test
    @SignedIn(DemoUser.SALIF)
    void theAdministratorReadsThemToo() {
        mailTooLarge(0);
        open();
        assertThat(rows()).hasSize(1);
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void anAgentDoesNot() {
        open();
        assertThat(_get(H1.class).getText()).isIn("Page introuvable", "Accès refusé");
        _assertNone(NoticeGrid.class);
    }

    private void mailTooLarge(int second) {
        keep(
                "email",
                "service",
                Kind.WORDS,
                Problem.of("notice.mail.tooLarge", 10),
                AWA,
                "From: Awa <awa@client.example>\r\n\r\nBonjour",
                second);
    }

    private void quality(int second) {
        keep(
                "whatsapp",
                "main",
                Kind.NEWS,
                Problem.of("notice.whatsapp.quality", "phone_number_quality_update"),
                Head.UNKNOWN,
                "{}",
                second);
    }

    private void keep(
            String channel, String account, Kind kind, Problem reason, Head head, String payload, int second) {
        TenantContext.run(
                "demo",
                () -> inbox.keep(
                        new Notice("demo", channel, account, kind, reason, head, payload, NOON.plusSeconds(second))));
    }

    private static void open() {
        UI.getCurrent().navigate("admin/notices");
    }

    private static void choose(int row) {
        _get(NoticeGrid.class).select(rows().get(row));
    }

    private static List<KeptNotice> rows() {
        return GridKt._findAll(_get(NoticeGrid.class));
    }

    private static NativeButton chip() {
        return _get(NativeButton.class, spec -> spec.withClasses("p-chip"));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> select(String label) {
        return _get(
                Select.class,
                spec -> spec.withPredicate(each ->
                        ((Select<?>) each).getAriaLabel().filter(label::equals).isPresent()));
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String counts() {
        return _get(ViewHeader.class)
                .getElement()
                .getTextRecursively()
                .replaceFirst("Avis des canaux", "")
                .replaceFirst("Actualiser", "");
    }

    private static String emptyTitle() {
        return _get(NoticeGrid.class)
                .getEmptyStateComponent()
                .getChildren()
                .filter(H3.class::isInstance)
                .map(title -> ((H3) title).getText())
                .findFirst()
                .orElseThrow();
    }
}
