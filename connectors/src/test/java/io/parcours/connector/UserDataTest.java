package io.parcours.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.UserData.Part;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {

    @ParameterizedTest
    @CsvSource({
        "00, 05201b65, é €",
        "01, 4f7569, Oui",
        "03, e9e0, éà",
        "04, 4f6b, Ok",
        "06, bfe0d8d2d5e2, Привет",
        "08, 0645d83dde00, م😀",
        "10, 7f, à",
        "18, 0065, e",
        "f0, 05, é",
        "f4, e9, é",
        "e0, 00e9, é",
    })
    void readsEachDataCoding(String coding, String hex, String text) {
        assertThat(read(coding, false, hex).text()).isEqualTo(text);
    }

    @Test
    void readsTheEightBitAndTheSixteenBitConcatenationHeader() {
        assertThat(read("00", true, "050003a7020161")).isEqualTo(part("a", "a7", 1, 2));
        assertThat(read("00", true, "06080412340302" + "62")).isEqualTo(part("b", "1234", 2, 3));
        assertThat(read("00", true, "0a 0504 0b8423f0 0003 a70201 63".replace(" ", ""))
                        .text())
                .as("a header after a port header, with a length that does not fit")
                .isNotNull();
        assertThat(read("00", true, "0b05040b8423f00003a7020163")).isEqualTo(part("c", "a7", 1, 2));
    }

    @Test
    void aHeaderThatNamesNoPartOfSeveralNamesNoPart() {
        assertThat(read("00", true, "050003a7010161").part()).isEmpty();
        assertThat(read("00", true, "050003a7020361").part()).isEmpty();
        assertThat(read("00", true, "050003a7020061").part()).isEmpty();
    }

    @Test
    void anImpossibleHeaderIsReadAsText() {
        assertThat(read("00", true, "4f7569").text()).isEqualTo("Oui");
        assertThat(read("00", true, "").text()).isEmpty();
    }

    @Test
    void nulCharactersAndHalfCharactersAreDropped() {
        assertThat(read("03", false, "4f006b").text()).isEqualTo("Ok");
        assertThat(read("08", false, "004f00").text()).isEqualTo("O");
    }

    @Test
    void readingNeverFails() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(20)];
            random.nextBytes(octets);
            UserData data = UserData.read((byte) random.nextInt(256), random.nextBoolean(), octets);
            assertThat(data.text()).doesNotContain("\0");
        }
    }

    private static UserData part(String text, String reference, int number, int total) {
        return new UserData(text, Part.of(reference, number, total));
    }

    private static UserData read(String coding, boolean header, String hex) {
        return UserData.read(
                HexFormat.of().parseHex(coding)[0], header, HexFormat.of().parseHex(hex));
    }
}
