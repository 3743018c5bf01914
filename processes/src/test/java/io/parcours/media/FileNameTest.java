package io.parcours.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender's name for a file, made fit to be shown and saved. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "facture.pdf, facture.pdf",
        "../../etc/passwd, passwd",
        "C:\\windows\\moi.png, moi.png",
        ".htaccess, htaccess",
        "...photo.png, photo.png",
        "'ma   facture\t2.pdf', 'ma facture2.pdf'",
        "a<b>:c|d?e*.pdf, a_b__c_d_e_.pdf",
        "'facture\r\nSet-Cookie: a.pdf', 'factureSet-Cookie_ a.pdf'",
        "facture\u202Egnp.exe, facturegnp.exe"
    })
    void nothingInItLeadsElsewhereOrDeceives(String given, String kept) {
        assertThat(FileName.clean(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "...", "folder/", "\u200B"})
    void whatNamesNothingIsNoName(String given) {
        assertThat(FileName.clean(given)).isNull();
    }

    @Test
    void aLongOneKeepsItsEnding() {
        assertThat(FileName.clean("a".repeat(500) + ".pdf")).hasSize(120).endsWith("a.pdf");
        assertThat(FileName.clean("a".repeat(500))).hasSize(120);
    }
}
