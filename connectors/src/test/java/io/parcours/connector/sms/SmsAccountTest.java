package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsAccountTest {

    @Test
    void readsItsPartsFromAnAddress() {
        SmsAccount account =
                SmsAccount.of("baobab", "demo", "smpp://parcours:se%40cret@smsc.example:2776", "7070", "BJ");
        assertThat(account.systemId()).isEqualTo("parcours");
        assertThat(account.password()).isEqualTo("se@cret");
        assertThat(account.host()).isEqualTo("smsc.example");
        assertThat(account.port()).isEqualTo(2776);
        assertThat(account.tls()).isFalse();
    }

    @Test
    void takesTheUsualPortAndTlsWhereTheAddressSaysSo() {
        SmsAccount account = SmsAccount.of("baobab", "demo", "smpps://parcours:secret@smsc.example", "7070", null);
        assertThat(account.port()).isEqualTo(2775);
        assertThat(account.tls()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "http://u:topsecr@host:1, smpp://",
        "smpp://host:2775, systemId and password",
        "smpp://user@host:2775, systemId and password",
        "smpp://u:topsecr@host:port, no host",
        "smpp://u:top secr@host:1, percent-encoded",
        "smpp://u:topsecr@host:70000, host and a port",
        "smpp://u:topsecrets@host:1, at most 8",
        "smpp://averylongsystemid:topsecr@host:1, 1 to 15",
    })
    void saysWhatIsWrongWithAnAddressWithoutItsPassword(String url, String reason) {
        assertThatThrownBy(() -> SmsAccount.of("baobab", "demo", url, "7070", "BJ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("topsecr")
                .hasNoCause();
    }

    @Test
    void neverShowsItsPassword() {
        SmsAccount account = SmsAccount.of("baobab", "demo", "smpp://parcours:secret@host:1", "7070", "BJ");
        assertThat(account.toString()).contains("parcours", "host").doesNotContain("secret");
        assertThat(account.address()).doesNotContain("secret");
    }
}
