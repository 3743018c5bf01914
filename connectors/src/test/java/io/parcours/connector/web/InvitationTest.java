package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID CUSTOMER = UUID.fromString("6f1c3a52-9d7e-4a0b-8c11-2233445566ff");

    private final Invitation page = new Invitation(new Page("baobab", "111"), "secret");

    @Test
    void tellsWhoseItIsAndIsShortAndFitForAnAddress() {
        String reference = page.of(CUSTOMER, NOW);
        assertThat(reference).matches("[A-Za-z0-9_-]{38}");
        assertThat(page.customer(reference, NOW)).contains(CUSTOMER);
    }

    @Test
    void holdsForThirtyDays() {
        String reference = page.of(CUSTOMER, NOW);
        assertThat(page.customer(reference, NOW.plus(Duration.ofDays(30)))).contains(CUSTOMER);
        assertThat(page.customer(reference, NOW.plus(Duration.ofDays(31)))).isEmpty();
    }

    @Test
    void isNoneOfAnotherOperatorsPageOrSecret() {
        String reference = page.of(CUSTOMER, NOW);
        assertThat(new Invitation(new Page("karite", "111"), "secret").customer(reference, NOW))
                .isEmpty();
        assertThat(new Invitation(new Page("baobab", "112"), "secret").customer(reference, NOW))
                .isEmpty();
        assertThat(new Invitation(new Page("baobab", "111"), "Secret").customer(reference, NOW))
                .isEmpty();
    }

    @Test
    void isBrokenByAnyChange() {
        String reference = page.of(CUSTOMER, NOW);
        Random random = new Random(7);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < 2_000; i++) {
            // The last letter holds four bits that a decoder does not read.
            int at = random.nextInt(reference.length() - 1);
            char other = letters.charAt(random.nextInt(letters.length()));
            if (other != reference.charAt(at)) {
                String changed = reference.substring(0, at) + other + reference.substring(at + 1);
                assertThat(page.customer(changed, NOW)).as(changed).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "summer-sale", "é", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "a b"})
    void whateverElseStandsInALinkIsNone(String reference) {
        assertThat(page.customer(reference, NOW)).isEmpty();
        assertThat(page.customer("A".repeat(100_000), NOW)).isEmpty();
    }

    private record Page(String tenant, String identity) implements WebAccount {

        @Override
        public String name() {
            return tenant;
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public WebOptions web() {
            return WebOptions.defaults();
        }
    }
}
