package io.parcours.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

    @Test
    void jsonStandsOnLinesOfItsOwn() {
        assertThat(Legible.text("{\"field\":\"account_update\",\"value\":{\"event\":\"FLAGGED\"}}")
                        .lines())
                .containsExactly(
                        "{",
                        "  \"field\" : \"account_update\",",
                        "  \"value\" : {",
                        "    \"event\" : \"FLAGGED\"",
                        "  }",
                        "}");
    }

    @Test
    void nothingOfItChanges() {
        assertThat(Legible.text("{\"id\":98765432109876543210987,\"price\":1.10,\"words\":\"<b>\\u00e9\\n</b>\"}"))
                .contains("98765432109876543210987", "1.10", "\"<b>é\\n</b>\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From: awa@client.example\r\nSubject: Photo\r\n\r\n{\"a\":1}",
                "{\"cut\": \"off",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "[}",
                "5"
            })
    void whatIsNoJsonIsLeftAsItIs(String payload) {
        assertThat(Legible.text(payload)).isEqualTo(payload);
    }

    @Test
    void whatIsNestedWithoutEndIsLeftAsItIs() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(Legible.text(deep)).isEqualTo(deep);
    }
}
