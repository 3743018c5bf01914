package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers without choices, as they are written and as they are keyed; empty where it is asked again. */
class FreeAnswerTest {

    private final FreeAnswer benin = new FreeAnswer("BJ", LocalDate.of(2026, 11, 28));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    NUMBER, 004512, 004512
                    NUMBER, 12 345-67, 1234567
                    NUMBER, douze,
                    NUMBER, '',
                    AMOUNT, 12500, 12500
                    AMOUNT, 12 500 F, 12500
                    AMOUNT, 12.500, 12500
                    AMOUNT, '12500,50', 12500.50
                    AMOUNT, 5*50, 5.50
                    AMOUNT, 1 000 000 FCFA, 1000000
                    AMOUNT, beaucoup,
                    AMOUNT, -5,
                    DATE, 31/12/2026, 2026-12-31
                    DATE, 31-12, 2026-12-31
                    DATE, 1.2, 2027-02-01
                    DATE, 31122026, 2026-12-31
                    DATE, 0112, 2026-12-01
                    DATE, 5/1/27, 2027-01-05
                    DATE, 2026-12-31, 2026-12-31
                    DATE, Demain, 2026-11-29
                    DATE, aujourd'hui, 2026-11-28
                    DATE, 31/02/2026,
                    DATE, bientôt,
                    MSISDN, 01 97 00 00 01, +2290197000001
                    MSISDN, +229 0197000001, +2290197000001
                    MSISDN, 12,
                    TEXT, ' près du pylône ', près du pylône
                    TEXT, '  ',
                    """)
    void isReadAsItIsMeant(Expectation expects, String answer, String read) {
        assertThat(benin.read(expects, answer).orElse(null)).isEqualTo(read);
    }
}
