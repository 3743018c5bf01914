package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** RFC 4231, test case 2. */
    private static final String EXPECTED = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final byte[] OCTETS = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aProviderMayWriteTheFiguresAlone() {
        assertThat(Signature.hex(EXPECTED).orElseThrow().fits(OCTETS, "Jefe")).isTrue();
        assertThat(Signature.hex(EXPECTED).orElseThrow().fits(OCTETS, "jefe")).isFalse();
    }

    @Test
    void eachShapeIsItsOwn() {
        assertThat(Signature.of(EXPECTED)).isEmpty();
        assertThat(Signature.hex("sha256=" + EXPECTED)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "5bdc", EXPECTED + "0", "zz"})
    void whatIsNoSignatureIsNone(String header) {
        assertThat(Signature.hex(header)).isEmpty();
    }
}
