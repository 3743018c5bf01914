package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What subscribers write, and what is understood by it; empty where it is asked again. */
class QuestionTest {

    private final Texts texts = new Texts();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    oui, YES
                    1, YES
                    OK merci, YES
                    c'est réglé, YES
                    non, NO
                    Non merci, NO
                    2., NO
                    pas résolu, NO
                    Rien n'est résolu, NO
                    jamais réglé, NO
                    pas ok, NO
                    Toujours rien merci, NO
                    Aucun problème réglé,
                    1 mois que j'attends,
                    2 jours,
                    hein,
                    3,
                    0,
                    """)
    void yesOrNo(String answer, String understood) {
        assertThat(understood("complaint.solved", answer)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1, BILLING
                    n° 2, NETWORK
                    option 3, RECHARGE
                    2 internet, NETWORK
                    FACTURE, BILLING
                    facturatoin, BILLING
                    je n'ai pas de réseau, NETWORK
                    1 semaine sans internet, NETWORK
                    3 jours sans réseau, NETWORK
                    réseau et facture,
                    12,
                    """)
    void motive(String answer, String understood) {
        assertThat(understood("complaint.motive", answer)).isEqualTo(understood);
    }

    private String understood(String question, String answer) {
        return texts.question(question, "fr").understand(null, answer, () -> null).orElse(null);
    }
}
