package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.tenant.Tenant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextValuesTest {

    private static final Tenant SAHEL = new Tenant("demo", "Sahel Mobile", "#0b6e4f", "BJ", "XOF", "Africa/Porto-Novo");

    private final TextValues values = new TextValues(
            Map.of("paymentLink", "https://pay/7", "messengerLink", "not this one", "amount", 12_400),
            () -> "PA-2026-000001",
            "fr",
            () -> "Awa Dossou",
            () -> SAHEL,
            channel -> switch (channel) {
                case "messenger" -> Optional.of("https://m.me/sahel?ref=x");
                case "telegram" -> Optional.of("");
                default -> Optional.empty();
            });

    @Test
    void aChannelsLinkIsTheCustomersInvitation() {
        assertThat(values.apply("messengerLink")).isEqualTo("https://m.me/sahel?ref=x");
    }

    @Test
    void whereTheOperatorHasNoPageItIsEmpty() {
        assertThat(values.apply("telegramLink")).isEmpty();
    }

    @Test
    void whatOnlyEndsLikeALinkIsTheJourneysOwn() {
        assertThat(values.apply("paymentLink")).isEqualTo("https://pay/7");
        assertThat(values.apply("Link")).isEmpty();
    }

    @Test
    void theRestIsWhatItWas() {
        assertThat(values.apply("caseNumber")).isEqualTo("PA-2026-000001");
        assertThat(values.apply("customer")).isEqualTo("Awa Dossou");
        assertThat(values.apply("operator")).isEqualTo("Sahel Mobile");
        assertThat(values.apply("amount")).isEqualTo("12 400");
        assertThat(values.apply("nothing")).isEmpty();
    }
}
