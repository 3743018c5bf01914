package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "0197000001, +2290197000001",
        "+229 01 97 00 00 01, +2290197000001",
        "002290197000001, +2290197000001",
        "2290197000001, +2290197000001",
        "+33612345678, +33612345678"
    })
    void aNumberIsReadAsTheExchangeShowsIt(String shown, String number) {
        assertThat(Caller.of(shown, "c1", "BJ")).isEqualTo(new Caller(number, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "Restricted", "<unknown>", "0"})
    void whoHidesTheirNumberHasAnAddressOfTheirOwnForThisCall(String shown) {
        assertThat(Caller.of(shown, "c1", "BJ")).isEqualTo(new Caller("anonymous:c1", null));
    }

    @Test
    void aShortNumberCannotBeWrittenTo() {
        assertThat(Caller.of("7070", "c1", "BJ")).isEqualTo(new Caller("7070", null));
        assertThat(Caller.of("000000000000", "c1", null).number()).isNull();
    }
}
