package io.parcours.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7Test {

    @ParameterizedTest
    @CsvSource({
        "é, 05",
        "à, 7f",
        "è, 04",
        "ù, 06",
        "É, 1f",
        "@, 00",
        "€, 1b65",
        "[, 1b3c",
        "], 1b3e",
        "{, 1b28",
        "}, 1b29",
        "~, 1b3d",
        "\\, 1b2f",
        "|, 1b40",
        "^, 1b14",
        "_, 11",
        "$, 02",
        "Ω, 15",
        "ß, 1e",
        "Ç, 09"
    })
    void writesACharacterAsTheStandardHasIt(String character, String hex) {
        assertThat(HexFormat.of().formatHex(Gsm7.encode(character))).isEqualTo(hex);
        assertThat(Gsm7.decode(HexFormat.of().parseHex(hex))).isEqualTo(character);
    }

    @Test
    void readsBackEveryCharacterThatItWrites() {
        StringBuilder all = new StringBuilder();
        for (char character = 0; character < 0x2200; character++) {
            if (Gsm7.canEncode(String.valueOf(character))) {
                all.append(character);
            }
        }
        assertThat(all.length())
                .as("127 basic characters and 10 of the extension")
                .isEqualTo(137);
        assertThat(Gsm7.decode(Gsm7.encode(all.toString()))).isEqualTo(all.toString());
    }

    @Test
    void knowsWhatItCannotWrite() {
        assertThat(Gsm7.canEncode("Ma facture est fausse, été [1] 5 €")).isTrue();
        assertThat(Gsm7.canEncode("forêt")).as("ê has no place in the alphabet").isFalse();
        assertThatThrownBy(() -> Gsm7.encode("😀")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatTheAlphabetDoesNotKnow() {
        assertThat(Gsm7.decode(HexFormat.of().parseHex("1b7b")))
                .as("unknown extension")
                .isEqualTo("ä");
        assertThat(Gsm7.decode(HexFormat.of().parseHex("611b")))
                .as("escape at the end")
                .isEqualTo("a");
        assertThat(Gsm7.decode(HexFormat.of().parseHex("1b1b61")))
                .as("escape of an escape")
                .isEqualTo(" a");
        assertThat(Gsm7.decode(HexFormat.of().parseHex("e9")))
                .as("a Latin-1 octet")
                .isEqualTo("é");
    }
}
