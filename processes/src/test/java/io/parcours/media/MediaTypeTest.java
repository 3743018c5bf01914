package io.parcours.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is taken for, and what is never kept. */
class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facture.exe",
                "facture.pdf.EXE",
                "lettre.vbs",
                "jeu.apk",
                "page.hta",
                "lien.lnk",
                "a.jar",
                "b.js"
            })
    void whatRunsByItsEndingIsAProgramWhateverIsInIt(String name) {
        assertThat(MediaType.runs("application/pdf", name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4D5A9000", "7F454C46", "23212F62696E2F7368"})
    void whatBeginsLikeAProgramIsOneWhateverItIsCalled(String beginning) {
        String type =
                MediaType.of(HexFormat.of().parseHex(beginning), "image/png").orElseThrow();

        assertThat(MediaType.runs(type, "photo.png")).isTrue();
        assertThat(MediaType.showable(type)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"facture.pdf", "exe", "formulaire", "photo.exe.png"})
    void whatIsNoneIsKept(String name) {
        assertThat(MediaType.runs("application/pdf", name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE0, image/jpeg",
        "89504E470D0A1A0A, image/png",
        "474946383961, image/gif",
        "52494646000000005745425056503820, image/webp",
        "524946460000000057415645, audio/wav",
        "4F67675300, audio/ogg",
        "494433, audio/mpeg",
        "00000018667479706D703432, video/mp4",
        "0000001866747970 4D344120, audio/mp4"
    })
    void whatIsShownIsKnownByHowItBegins(String beginning, String type) {
        byte[] octets = HexFormat.of().parseHex(beginning.replace(" ", ""));

        assertThat(MediaType.of(octets, null)).contains(type);
        assertThat(MediaType.showable(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<!DOCTYPE html>", "%PDF-1.7", "PK\u0003\u0004"})
    void aPageADrawingOrADocumentIsNeverShown(String content) {
        assertThat(MediaType.of(content.getBytes(StandardCharsets.ISO_8859_1), "image/png"))
                .satisfiesAnyOf(
                        type -> assertThat(type).isEmpty(), type -> assertThat(MediaType.showable(type.orElseThrow()))
                                .isFalse());
    }

    @Test
    void theSendersWordIsATypeOrNothing() {
        assertThat(MediaType.told("Image/PNG; name=photo.png")).isEqualTo("image/png");
        for (String wrong : new String[] {
            null, "", "image", "image/", "/png", "image/png\r\nSet-Cookie: a=b", "image/<b>", "a/" + "b".repeat(101)
        }) {
            assertThat(MediaType.told(wrong)).as(wrong).isNull();
        }
    }
}
