package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.web.AccountHealth;
import io.parcours.connector.web.Signature;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.ChannelUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppPartsTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void pausesDoubleUpToTheLongestAndBeginAnewAfterASuccess() {
        AccountHealth health = new WhatsAppLine(WhatsAppAccount.of("baobab", "wa", "1", "t", "s", "v"), clock).health();
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            assertThat(health.tooMuch()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(health.tooMuch()).as("two answers at once").isEqualTo(Duration.ofSeconds(seconds));
            health.sent();
            assertThatThrownBy(health::pass).isInstanceOf(ChannelUnavailable.class);
            now = now.plusSeconds(seconds);
            health.pass();
        }
        health.sent();
        assertThat(health.tooMuch()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theSignatureIsTheOneOfTheStandardsOwnExample() {
        // RFC 4231, test case 2.
        byte[] octets = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assertThat(HexFormat.of().formatHex(Signature.over(octets, "Jefe"))).isEqualTo(expected);
        assertThat(Signature.of("sha256=" + expected).orElseThrow().fits(octets, "Jefe"))
                .isTrue();
        assertThat(Signature.of("sha256=" + expected).orElseThrow().fits(octets, "jefe"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', wa, https://x, 1, t, s, v, tenant",
        "a, a/b, https://x, 1, t, s, v, name",
        "a, '', https://x, 1, t, s, v, name",
        "a, wa, ftp://x, 1, t, s, v, https",
        "a, wa, https://, 1, t, s, v, percent-encoded",
        "a, wa, https://topsecret@x, 1, t, s, v, password",
        "a, wa, https://x?access_token=topsecret, 1, t, s, v, version",
        "a, wa, https://x, +229 1, t, s, v, phone number id",
        "a, wa, https://x, 1, top secret, s, v, token",
        "a, wa, https://x, 1, '', s, v, token",
        "a, wa, https://x, 1, t, '', v, app secret",
        "a, wa, https://x, 1, t, s, '', verify token"
    })
    void anUnusableAccountIsToldInASentenceThatKeepsItsSecrets(
            String tenant,
            String name,
            String url,
            String id,
            String token,
            String secret,
            String verify,
            String told) {
        assertThatThrownBy(() -> new WhatsAppAccount(tenant, name, url, null, id, null, token, secret, verify, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a WhatsApp account: ")
                .hasMessageContaining(told)
                .hasMessageNotContainingAny("topsecret", "top secret");
    }

    @Test
    void anAccountIsPrintedWithoutItsSecretsAndHasMetasAddressByDefault() {
        WhatsAppAccount account = WhatsAppAccount.of("baobab", "wa", "123", "tok-1", "sec-1", "ver-1");
        assertThat(account.toString())
                .contains("baobab/wa", "https://graph.facebook.com/v23.0/123")
                .doesNotContain("tok-1", "sec-1", "ver-1");
        assertThat(account("http://127.0.0.1:9/base/").address()).startsWith("http://127.0.0.1:9/base/v23.0/");
    }

    @Test
    void namesAndNumbersBelongToOneAccountOverAllTenants() {
        WhatsAppAccount one = WhatsAppAccount.of("baobab", "wa", "1", "t", "s", "v");
        assertThatThrownBy(() -> lines(one, WhatsAppAccount.of("karite", "wa", "2", "t", "s", "v")))
                .hasMessageContaining("another account has this name");
        assertThatThrownBy(() -> lines(one, WhatsAppAccount.of("karite", "k", "1", "t", "s", "v")))
                .hasMessageContaining("set up under another name already");
    }

    private WebLines<WhatsAppLine> lines(WhatsAppAccount... accounts) {
        return new WebLines<>(Stream.of(accounts)
                .map(account -> new WhatsAppLine(account, clock))
                .toList());
    }
}
