package io.parcours.ui.wording;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.conversation.Texts;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.wording.EditableText;
import io.parcours.wording.TemplateState;
import io.parcours.wording.TemplateState.Verdict;
import io.parcours.wording.TemplateStates;
import io.parcours.wording.TextVersions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class TextsViewTest {

    private static final String MOTIVE = "complaint.motive";

    @Autowired
    TextVersions versions;

    @Autowired
    TemplateStates templates;

    @Autowired
    Texts texts;

    @Autowired
    WhatsAppSimulator meta;

    @AfterEach
    void theShippedTextsCountAgain() {
        TenantContext.run(
                "demo", () -> versions.find(MOTIVE).orElseThrow().current().forEach((language, current) -> {
                    if (current.own()) {
                        versions.shipped(MOTIVE, language, current.version(), "test");
                    }
                }));
    }

    @Test
    void noTwoTextsHaveTheSameNameNorACode() {
        List<EditableText> all = TenantContext.call("demo", versions::all);

        assertThat(all)
                .extracting(TextWords::name)
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.matches("[a-z]+\\..*"));
        assertThat(all).noneMatch(text -> TextWords.journey(text).equals(text.journey()));
    }

    @Test
    void aTextIsPutIntoOtherWordsAndCountsAtOnce() {
        open(MOTIVE);
        _setValue(_get(TextArea.class), "{operator} : dites-nous ce qui ne va pas.");
        click("Enregistrer");

        assertThat(inForce()).isEqualTo("{operator} : dites-nous ce qui ne va pas.");
        assertThat(words()).contains("Version", "en vigueur", DemoUser.SALIF.username());

        click("Revenir au texte d’origine");

        assertThat(inForce()).contains("votre réclamation concerne");
        click("Revenir à cette version");
        assertThat(inForce()).isEqualTo("{operator} : dites-nous ce qui ne va pas.");
    }

    @Test
    void thePreviewIsWhatEachChannelWouldSend() {
        open(MOTIVE);

        assertThat(preview("SMS")).contains("1. ", "5. ", "1 SMS", "GSM-7");
        assertThat(preview("WhatsApp")).contains("Choisir", "liste");
        assertThat(preview("Telegram")).contains("Boutons");
        assertThat(preview("Messenger")).contains("Facturation", "Réponses rapides");
        assertThat(preview("Courriel")).contains("Objet");
        assertThat(preview("Téléphone")).contains("tapez 1");

        _setValue(_get(TextArea.class), "Problème № 5 ?");

        assertThat(preview("SMS")).contains("Problème № 5 ?", "UCS-2");
    }

    @Test
    void aTextIsGivenWordsInALanguageInWhichItDidNotCome() {
        open(MOTIVE);
        _get(Tabs.class).setSelectedIndex(2);
        assertThat(_get(Tabs.class).getSelectedTab().getLabel()).isEqualTo("Fon");
        assertThat(_get(TextArea.class).getValue()).isEmpty();
        assertThat(_get(TextArea.class).getPlaceholder()).contains("votre réclamation concerne");
        assertThat(words()).contains("Rien n’a jamais été écrit").doesNotContain("Modèle");
        click("Enregistrer");
        assertThat(_get(TextArea.class).isInvalid()).as("nothing is no text").isTrue();

        _setValue(_get(TextArea.class), "Etɛ́ wú ?");
        click("Enregistrer");
        assertThat(TenantContext.call("demo", () -> texts.find(MOTIVE, "fon"))).contains("Etɛ́ wú ?");
        assertThat(inForce()).contains("votre réclamation concerne");
        click("Revenir au français");
        assertThat(TenantContext.call("demo", () -> texts.find(MOTIVE, "fon"))).contains(inForce());
        assertThat(words()).contains("Texte français");
    }

    @Test
    void sampleValuesStandForTheVariables() {
        open("complaint.registered");
        _setValue(_get(TextField.class, spec -> spec.withLabel("numéro de dossier")), "2026-777777");

        assertThat(preview("SMS")).contains("2026-777777");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingIsLost() {
        open(MOTIVE);
        _setValue(_get(TextArea.class), "Bonjour {caseNumber}");
        click("Enregistrer");

        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getErrorMessage()).contains("{caseNumber}");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Bonjour {caseNumber}");
    }

    @Test
    void theSecondOfTwoWhoSaveIsToldWhoWasFirst() {
        open(MOTIVE);
        TenantContext.run("demo", () -> versions.save(MOTIVE, "fr", "Plus vite.", known(), "bruno"));
        _setValue(_get(TextArea.class), "Trop tard.");
        click("Enregistrer");

        assertThat(_get(TextArea.class).getErrorMessage()).contains("bruno");
        assertThat(inForce()).isEqualTo("Plus vite.");
    }

    @Test
    void templatesShowWhatMetaSaysAndTheBodyToSubmit() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(verdict("complaint.registered")).isEqualTo(Verdict.APPROVED));
        assertThat(verdict("complaint.finalOutcome")).isEqualTo(Verdict.MISSING);
        meta.decide("complaint_registered", "fr", "REJECTED", "INVALID_FORMAT");
        try {
            open("complaint.registered");
            click("Relire les modèles");

            assertThat(words()).contains("Rejeté", "INVALID_FORMAT", "complaint_registered", "{{1}} :");
        } finally {
            meta.decide("complaint_registered", "fr", "APPROVED", null);
            TenantContext.run("demo", templates::refresh);
        }
    }

    @Test
    void aSearchFindsByWordsAndByCode() {
        UI.getCurrent().navigate("admin/messages");
        _setValue(_get(TextField.class), "geste commercial");
        assertThat(listed()).isNotEmpty().allMatch(code -> code.startsWith("complaint.gestureGranted"));

        _setValue(_get(TextField.class), "opt-out");
        assertThat(listed()).containsExactly("opt-out.confirmed");
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void anAgentHasNoBusinessHere() {
        UI.getCurrent().navigate("admin/messages");

        assertThat(_get(H1.class).getText()).isEqualTo("Accès refusé");
    }

    private void open(String code) {
        UI.getCurrent().navigate("admin/messages");
        TextGrid grid = _get(TextGrid.class);
        GridKt._clickItem(grid, listed().indexOf(code));
    }

    private static List<String> listed() {
        return _get(TextGrid.class)
                .getListDataView()
                .getItems()
                .map(EditableText::code)
                .toList();
    }

    private static void click(String caption) {
        _click(_find(Button.class, spec -> spec.withText(caption)).get(0));
    }

    private String inForce() {
        return TenantContext.call("demo", () -> texts.find(MOTIVE, "fr")).orElseThrow();
    }

    private int known() {
        return versions.find(MOTIVE).orElseThrow().current().get("fr").version();
    }

    private Verdict verdict(String code) {
        return TenantContext.call("demo", () -> templates.of(versions.find(code).orElseThrow(), "fr").stream()
                .map(TemplateState::verdict)
                .findFirst()
                .orElseThrow());
    }

    private static String preview(String channel) {
        return _find(Section.class, spec -> spec.withClasses("p-preview")).stream()
                .map(TextsViewTest::words)
                .filter(words -> words.startsWith(channel))
                .collect(Collectors.joining());
    }

    private static String words() {
        return words(_get(TextPanel.class));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
