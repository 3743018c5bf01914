package io.parcours.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=-500, 0, 99",
        "bytes=50-500, 50, 99",
        "bytes=99-99, 99, 99"
    })
    void oneRangeIsAPart(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", "bytes=9999999999999-"})
    void whatIsNotUnderstoodIsAnsweredWithTheWhole(String header) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(0, 99, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=-0", "bytes=9-5"})
    void whatIsBeyondTheEndIsRefused(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void anEmptyFileIsWhole() {
        assertThat(ByteRange.of(null, 0)).contains(new ByteRange(0, -1, false));
    }
}
