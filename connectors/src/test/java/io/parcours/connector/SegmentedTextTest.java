package io.parcours.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentedTextTest {

    @ParameterizedTest
    @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void aGsmTextTakes160CharactersOr153APart(int length, int segments) {
        SegmentedText text = SegmentedText.of("a".repeat(length), 7);
        assertThat(text.dataCoding()).isEqualTo(SegmentedText.GSM);
        assertThat(text.segments()).hasSize(segments);
        assertThat(text.concatenated()).isEqualTo(segments > 1);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
    void aUcs2TextTakes70CharactersOr67APart(int length, int segments) {
        SegmentedText text = SegmentedText.of("ê".repeat(length), 7);
        assertThat(text.dataCoding()).isEqualTo(SegmentedText.UCS2);
        assertThat(text.segments()).hasSize(segments);
    }

    @Test
    void eachSegmentBeginsWithTheConcatenationHeader() {
        List<byte[]> segments = SegmentedText.of("a".repeat(161), 0x1A7).segments();
        assertThat(HexFormat.of().formatHex(segments.get(0))).startsWith("050003a70201");
        assertThat(HexFormat.of().formatHex(segments.get(1))).isEqualTo("050003a70202" + "61".repeat(8));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String escaped = "a".repeat(152) + "€" + "b".repeat(20);
        String paired = "ê".repeat(66) + "😀" + "ê".repeat(20);
        assertThat(SegmentedText.of(escaped, 1).segments().get(0)).hasSize(6 + 152);
        assertThat(SegmentedText.of(paired, 1).segments().get(0)).hasSize(6 + 132);
        assertThat(reassembled(escaped)).isEqualTo(escaped);
        assertThat(reassembled(paired)).isEqualTo(paired);
    }

    @Test
    void whatIsCutReadsBackWhole() {
        for (String text : List.of("é€[]".repeat(200), "مرحبا بكم ".repeat(30), "😀".repeat(100), "Bonjour")) {
            assertThat(reassembled(text)).isEqualTo(text);
        }
    }

    @Test
    void aTextOfMoreThan255PartsIsRefused() {
        assertThatThrownBy(() -> SegmentedText.of("a".repeat(153 * 255 + 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("255");
    }

    private static String reassembled(String text) {
        SegmentedText cut = SegmentedText.of(text, 9);
        return cut.segments().stream()
                .map(segment -> UserData.read(cut.dataCoding(), cut.concatenated(), segment)
                        .text())
                .collect(Collectors.joining());
    }
}
