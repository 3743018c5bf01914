package io.parcours.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Preferences;
import io.parcours.conversation.Texts;
import io.parcours.language.Language;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import io.parcours.wording.TextRefused.Reason;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator's own words: what subscribers read, what is refused, and the way back. */
@JourneyTest
class TextVersionsTest {

    private static final String MOTIVE = "complaint.motive";
    private static final String OURS = "Ici {operator}. Que s'est-il passé ?";
    private static final String FON = "Etɛ́ wú a ɖò hwɛgbé ná mǐ ?";
    private static final String SHIPPED = shipped(MOTIVE);

    @Autowired
    Scenario scene;

    @Autowired
    TextVersions versions;

    @Autowired
    Texts texts;

    @Autowired
    OwnTexts own;

    @Autowired
    Preferences preferences;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theShippedTextsCountAgain() {
        for (String tenant : new String[] {"demo", "littoral"}) {
            TenantContext.run(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> {
                        own.changing();
                        jdbc.update("delete from text_version");
                    }));
        }
    }

    @Test
    void subscribersReadTheOperatorsOwnWordsFromTheNextMessageOn() {
        demo(() -> versions.save(MOTIVE, "fr", OURS, 0, "amina"));

        assertThat(scene.writes("Bonjour").lastMessage().text()).startsWith("Ici ");
        assertThat(scene.writesTo("littoral", "Bonjour").lastMessage().text()).doesNotStartWith("Ici ");
        assertThat(demo(() -> texts.find(MOTIVE, "en").orElseThrow())).doesNotContain("Ici");
    }

    @Test
    void anotherLabelIsShownAndTheShippedOneStillUnderstood() {
        demo(() -> versions.save("complaint.motive.BILLING", "fr", "Mes factures", 0, "amina"));

        assertThat(scene.writes("Bonjour").lastMessage().choices())
                .extracting(Choice::label)
                .contains("Mes factures");
        scene.writes("Bonjour")
                .isAsked(MOTIVE)
                .answers(shipped("complaint.motive.BILLING"))
                .isTold("complaint.registered");
    }

    @Test
    void whoSpeaksFonReadsWhatTheOperatorWroteInFonAndFrenchForTheRest() {
        demo(() -> versions.save(MOTIVE, "fon", FON, 0, "amina"));
        demo(() -> versions.save("complaint.motive.BILLING", "fon", "Akwɛ́ wema", 0, "amina"));
        Story story = scene.customerOf("demo");
        demo(() -> {
            preferences.speaks(story.customerId(), Language.FON, "amina");
            return null;
        });

        story.writes("Bonjour");
        assertThat(story.lastMessage().text()).isEqualTo(FON);
        assertThat(story.lastMessage().language()).isEqualTo("fon");
        assertThat(story.lastMessage().choices())
                .extracting(Choice::label)
                .startsWith("Akwɛ́ wema")
                .contains(shipped("complaint.motive.NETWORK"));
        story.forgetsMessages().answers("akwɛ wema").isTold("complaint.registered");
        assertThat(story.lastMessage().text()).contains(story.caseNumber()).contains("réclamation");
    }

    @Test
    void withoutWordsOfItsOwnALanguageShowsTheFrenchOnesAndGoesBackToThem() {
        demo(() -> versions.save(MOTIVE, "fr", OURS, 0, "amina"));
        assertThat(fon()).isEqualTo(new EditableText.Current(OURS, SHIPPED, false, false, 0));
        assertThat(fon().borrowed()).isTrue();

        demo(() -> versions.save(MOTIVE, "fon", SHIPPED, 0, "amina"));
        assertThat(fon()).isEqualTo(new EditableText.Current(SHIPPED, SHIPPED, false, true, 1));
        demo(() -> versions.shipped(MOTIVE, "fon", 1, "amina"));
        assertThat(fon()).isEqualTo(new EditableText.Current(OURS, SHIPPED, false, false, 2));
        assertThat(demo(() -> versions.find(MOTIVE))
                        .orElseThrow()
                        .current()
                        .get("en")
                        .borrowed())
                .isFalse();
    }

    @Test
    void theVeryWordsThatAreBorrowedCanBeMadeOnesOwn() {
        demo(() -> versions.save("complaint.motive.NETWORK", "fon", shipped("complaint.motive.NETWORK"), 0, "amina"));
        demo(() -> versions.save("complaint.motive.NETWORK", "fr", "Réseau mobile", 0, "amina"));

        assertThat(demo(() -> texts.find("complaint.motive.NETWORK", "fon")))
                .contains(shipped("complaint.motive.NETWORK"));
    }

    @Test
    void noTwoAnswersReadAlikeInALanguageThatBorrowsOneOfThem() {
        demo(() -> versions.save("complaint.motive.BILLING", "fon", "Akwɛ́", 0, "amina"));
        assertThat(refusal("complaint.motive.NETWORK", "akwɛ́")).isEqualTo(Reason.SAME_LABEL);

        demo(() -> versions.save("complaint.motive.NETWORK", "fon", "Facturation mobile", 0, "amina"));
        demo(() -> versions.save("complaint.motive.BILLING", "fr", "Facturation Mobile", 0, "amina"));
        assertThatThrownBy(() -> demo(() -> versions.shipped("complaint.motive.BILLING", "fon", 1, "amina")))
                .isInstanceOfSatisfying(TextRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.SAME_LABEL));
    }

    @Test
    void whatOnlyCallsSayIsNotWrittenInALanguageThatNobodyReadsItIn() {
        assertThat(demo(() -> versions.find("voice.noted")).orElseThrow().current())
                .containsOnlyKeys("fr", "en");
        assertThat(demo(() -> versions.find("language")).orElseThrow().current())
                .containsOnlyKeys("fr", "en");
        assertThat(demo(() -> versions.find(MOTIVE)).orElseThrow().current().keySet())
                .containsExactly("fr", "en", "fon", "bba");
    }

    @Test
    void aChangeThatIsRolledBackWasNeverThere() {
        demo(() -> transaction.execute(status -> {
            versions.save(MOTIVE, "fr", OURS, 0, "amina");
            assertThat(texts.find(MOTIVE, "fr")).contains(OURS);
            assertThat(CompletableFuture.supplyAsync(() -> demo(() -> texts.find(MOTIVE, "fr")))
                            .orTimeout(5, TimeUnit.SECONDS)
                            .join())
                    .contains(SHIPPED);
            status.setRollbackOnly();
            return null;
        }));

        assertThat(demo(() -> texts.find(MOTIVE, "fr"))).contains(SHIPPED);
    }

    @Test
    void textsCostNoTurnToTheDatabaseOnceTheyWereRead() {
        demo(() -> texts.find(MOTIVE, "fr"));
        TenantContext.run(
                "demo",
                () -> transaction.executeWithoutResult(status -> jdbc.update(
                        "insert into text_version values ('demo', ?, 'fr', 1, 'Unheard', 'somebody', now())", MOTIVE)));

        assertThat(demo(() -> texts.find(MOTIVE, "fr"))).contains(SHIPPED);
    }

    @Test
    void theSecondOfTwoWhoSaveAtOnceIsToldWhoWasFirst() {
        demo(() -> versions.save(MOTIVE, "fr", OURS, 0, "amina"));

        assertThatExceptionOfType(TextRefused.class)
                .isThrownBy(() -> demo(() -> versions.save(MOTIVE, "fr", "Autre chose", 0, "bruno")))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.CHANGED);
                    assertThat(refused.detail()).isEqualTo("amina");
                });
        assertThat(demo(() -> texts.find(MOTIVE, "fr"))).contains(OURS);
    }

    @Test
    void everyVersionStaysAndAnOlderOneComesBackAsANewOne() {
        demo(() -> versions.save(MOTIVE, "fr", OURS, 0, "amina"));
        demo(() -> versions.save(MOTIVE, "fr", "Dites-nous tout.", 1, "bruno"));
        demo(() -> versions.back(MOTIVE, "fr", 1, 2, "amina"));
        assertThat(demo(() -> texts.find(MOTIVE, "fr"))).contains(OURS);

        demo(() -> versions.shipped(MOTIVE, "fr", 3, "amina"));

        assertThat(demo(() -> texts.find(MOTIVE, "fr"))).contains(SHIPPED);
        assertThat(demo(() -> versions.history(MOTIVE, "fr")))
                .extracting(TextVersion::version, TextVersion::text, TextVersion::by)
                .containsExactly(
                        tuple(4, null, "amina"),
                        tuple(3, OURS, "amina"),
                        tuple(2, "Dites-nous tout.", "bruno"),
                        tuple(1, OURS, "amina"));
    }

    @Test
    void whatCannotStandThereIsRefused() {
        assertThat(refusal(MOTIVE, "  ")).isEqualTo(Reason.EMPTY);
        assertThat(refusal(MOTIVE, "a".repeat(901))).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal(MOTIVE, "Bonjour {caseNumber}")).isEqualTo(Reason.VARIABLE);
        assertThat(refusal(MOTIVE, "Bonjour {operator")).isEqualTo(Reason.BRACES);
        assertThat(refusal(MOTIVE, "Bonjour {{operator}}")).isEqualTo(Reason.BRACES);
        assertThat(refusal("complaint.motive.BILLING", "Ma\nfacture")).isEqualTo(Reason.LINE_END);
        assertThat(refusal("complaint.motive.BILLING", "a".repeat(73))).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("complaint.solved.YES", "NON")).isEqualTo(Reason.SAME_LABEL);
        assertThat(demo(() -> versions.history(MOTIVE, "fr"))).isEmpty();
    }

    @Test
    void valuesAndWhatSteersAJourneyAreNoTexts() {
        assertThat(demo(() -> versions.all()))
                .extracting(EditableText::code)
                .contains(MOTIVE, "complaint.motive.BILLING", "channel.sms.howToAnswer", "language", "language.fon")
                .doesNotContain("complaint.motive.options", "complaint.motive.BILLING.words", "language.fon.language");
        assertThatThrownBy(() -> demo(() -> versions.save("complaint.motive.options", "fr", "A, B", 0, "amina")))
                .isInstanceOf(NoSuchElementException.class);
    }

    private EditableText.Current fon() {
        return demo(() -> versions.find(MOTIVE)).orElseThrow().current().get("fon");
    }

    private static String shipped(String code) {
        return ResourceBundle.getBundle("texts/complaint", Locale.FRENCH).getString(code);
    }

    private Reason refusal(String code, String words) {
        try {
            demo(() -> versions.save(code, "fr", words, 0, "amina"));
            return null;
        } catch (TextRefused refused) {
            return refused.reason();
        }
    }

    private static <T> T demo(Supplier<T> action) {
        return TenantContext.call("demo", action);
    }
}
