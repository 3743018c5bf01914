package io.parcours.connector.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.web.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource({
        "400, 4, 0, TOO_MUCH",
        "400, 17, 0, TOO_MUCH",
        "403, 32, 0, TOO_MUCH",
        "400, 341, 0, TOO_MUCH",
        "400, 613, 0, TOO_MUCH",
        "400, 80006, 0, TOO_MUCH",
        "429, 0, 0, TOO_MUCH",
        "503, 2, 0, TOO_MUCH",
        "400, 10, 2018278, WINDOW_CLOSED",
        "403, 10, 2018065, WINDOW_CLOSED",
        "400, 551, 1545041, NOT_HERE",
        "400, 551, 0, NOT_HERE",
        "400, 200, 1545041, NOT_HERE",
        "400, 100, 2018001, NOT_HERE",
        "403, 10, 2018108, NOT_HERE",
        "403, 200, 2018028, NOT_HERE",
        "400, 10903, 0, NOT_HERE",
        "401, 190, 463, ACCOUNT",
        "400, 190, 0, ACCOUNT",
        "400, 102, 0, ACCOUNT",
        "403, 10, 0, ACCOUNT",
        "400, 10, 1893063, ACCOUNT",
        "403, 200, 0, ACCOUNT",
        "403, 230, 0, ACCOUNT",
        "403, 299, 0, ACCOUNT",
        "400, 368, 0, ACCOUNT",
        "400, 100, 33, ACCOUNT",
        "404, 803, 0, ACCOUNT",
        "401, 0, 0, ACCOUNT",
        "400, 1200, 0, REFUSED",
        "500, 1200, 0, REFUSED",
        "400, 100, 2018109, REFUSED",
        "400, 100, 0, REFUSED",
        "400, 300, 0, REFUSED",
        "404, 0, 0, REFUSED",
        "500, 1, 99, UNKNOWN",
        "500, 2, 0, UNKNOWN",
        "502, 0, 0, UNKNOWN"
    })
    void eachAnswerHasItsMeaning(int status, int code, int subcode, Meaning meaning) {
        assertThat(ErrorCodes.of(status, code, subcode)).isEqualTo(meaning);
    }
}
