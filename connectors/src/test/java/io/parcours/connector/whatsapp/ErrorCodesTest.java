package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.web.Meaning;
import io.parcours.conversation.SendRefused.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource({
        "400, 4, 0, TOO_MUCH",
        "400, 80007, 0, TOO_MUCH",
        "429, 130429, 0, TOO_MUCH",
        "400, 131048, 0, TOO_MUCH",
        "500, 131016, 0, TOO_MUCH",
        "503, 133004, 0, TOO_MUCH",
        "429, 0, 0, TOO_MUCH",
        "503, 0, 0, TOO_MUCH",
        "503, 2, 0, TOO_MUCH",
        "400, 131057, 0, TOO_MUCH",
        "400, 131056, 0, TOO_MUCH_TO_ONE",
        "401, 190, 463, ACCOUNT",
        "400, 190, 0, ACCOUNT",
        "401, 0, 0, ACCOUNT",
        "403, 0, 0, ACCOUNT",
        "403, 200, 0, ACCOUNT",
        "403, 368, 0, ACCOUNT",
        "403, 3, 0, ACCOUNT",
        "403, 10, 0, ACCOUNT",
        "403, 131005, 0, ACCOUNT",
        "403, 131031, 0, ACCOUNT",
        "400, 131037, 0, ACCOUNT",
        "500, 131045, 0, ACCOUNT",
        "400, 100, 33, ACCOUNT",
        "404, 803, 0, ACCOUNT",
        "400, 133010, 0, ACCOUNT",
        "400, 131047, 0, WINDOW_CLOSED",
        "400, 470, 0, WINDOW_CLOSED",
        "400, 131026, 0, NOT_HERE",
        "400, 131030, 0, NOT_HERE",
        "400, 131049, 0, NOT_HERE",
        "400, 131050, 0, NOT_HERE",
        "400, 130472, 0, NOT_HERE",
        "403, 130497, 0, NOT_HERE",
        "400, 131021, 0, NOT_HERE",
        "400, 131062, 0, NOT_HERE",
        "400, 131042, 0, NO_TEMPLATE",
        "400, 132000, 0, NO_TEMPLATE",
        "404, 132001, 0, NO_TEMPLATE",
        "400, 132005, 0, NO_TEMPLATE",
        "400, 132007, 0, NO_TEMPLATE",
        "400, 132012, 0, NO_TEMPLATE",
        "400, 132015, 0, NO_TEMPLATE",
        "400, 132016, 0, NO_TEMPLATE",
        "400, 132068, 0, NO_TEMPLATE",
        "400, 100, 0, REFUSED",
        "400, 131009, 0, REFUSED",
        "404, 0, 0, REFUSED",
        "302, 0, 0, REFUSED",
        "500, 131000, 0, UNKNOWN",
        "500, 0, 0, UNKNOWN",
        "502, 0, 0, UNKNOWN",
        "504, 0, 0, UNKNOWN"
    })
    void eachAnswerHasItsMeaning(int status, int code, int subcode, Meaning meaning) {
        assertThat(ErrorCodes.of(status, code, subcode)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "131047, WINDOW_CLOSED",
        "131026, NOT_HERE",
        "132001, NO_TEMPLATE",
        "131056, PERHAPS_LATER",
        "190, PERHAPS_LATER",
        "0, PERHAPS_LATER"
    })
    void eachCodeOfAReceiptSaysWhatWouldHelp(int code, Kind refusal) {
        assertThat(ErrorCodes.refusal(code)).isEqualTo(refusal);
    }
}
