package io.parcours.connector.simulator;

import static io.parcours.connector.simulator.WhatsAppTestBed.AWA;
import static io.parcours.connector.simulator.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.WhatsAppContent.Choice;
import io.parcours.connector.simulator.WhatsAppTestBed.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reply buttons, lists and quick replies: what they may hold, and what pressing them tells the platform. */
@Timeout(30)
class WhatsAppChoicesTest {

    private final WhatsAppTestBed bed = WhatsAppTestBed.subscribed();

    @BeforeEach
    void awaWrites() {
        bed.awa().write("Bonjour");
        soon().until(() -> bed.posts.size() == 1);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aPressedButtonComesBackWithItsIdAndTheMessageItAnswers() {
        String asked =
                buttons("Résolu ?", button("yes", "Oui"), button("no", "Non")).id();
        assertThat(bed.awa().conversation().get(1).content().choices())
                .extracting(Choice::title)
                .containsExactly("Oui", "Non");
        bed.awa().choose(asked, "no");
        soon().until(() -> bed.messages().size() == 2);
        JsonNode reply = bed.messages().get(1);
        assertThat(reply.path("interactive").path("button_reply").path("id").asText())
                .isEqualTo("no");
        assertThat(reply.path("interactive").path("button_reply").path("title").asText())
                .isEqualTo("Non");
        assertThat(reply.path("context").path("id").asText()).isEqualTo(asked);
        assertThat(bed.awa().conversation().get(2).inReplyTo()).isEqualTo(asked);
        assertThatThrownBy(() -> bed.awa().choose(asked, "maybe")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bed.awa().choose("wamid.other", "no")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChosenRowComesBackWithItsDescription() {
        String asked = list("Choisir", row("bill", "Facture"), row("network", "Réseau"))
                .id();
        bed.awa().choose(asked, "bill");
        soon().until(() -> bed.messages().size() == 2);
        JsonNode reply = bed.messages().get(1).path("interactive");
        assertThat(reply.path("type").asText()).isEqualTo("list_reply");
        assertThat(reply.path("list_reply").path("id").asText()).isEqualTo("bill");
        assertThat(reply.path("list_reply").path("description").asText()).isEqualTo("à propos de bill");
    }

    @Test
    void aQuickReplyOfATemplateComesBackAsItsPayload() {
        bed.whatsApp.approve("survey", "fr", "Êtes-vous satisfait ?", "Oui", "Non");
        String asked = bed.template(AWA.waId(), "survey", "fr").id();
        bed.awa().choose(asked, "Non");
        soon().until(() -> bed.messages().size() == 2);
        assertThat(bed.messages().get(1).path("button").path("text").asText()).isEqualTo("Non");
        assertThat(bed.messages().get(1).path("type").asText()).isEqualTo("button");
    }

    @Test
    void buttonsHaveTheirLimits() {
        String title = "Vingt caractères !!!";
        assertThat(buttons("?", button("1", title)).status()).isEqualTo(200);
        assertThat(buttons("?", button("1", title + "!")).code()).isEqualTo(131009);
        assertThat(buttons("?", button("1", "a"), button("2", "b"), button("3", "c"))
                        .status())
                .isEqualTo(200);
        assertThat(buttons("?", button("1", "a"), button("2", "b"), button("3", "c"), button("4", "d"))
                        .details())
                .contains("buttons count");
        assertThat(buttons("?", button("1", "a"), button("1", "b")).details()).contains("button id");
        assertThat(buttons("?", button("1", "a"), button("2", "a")).details()).contains("button title");
        assertThat(buttons("?", button("x".repeat(257), "a")).details()).contains("Button id");
        assertThat(buttons("?").details()).contains("buttons count");
        assertThat(buttons("", button("1", "a")).details()).contains("Body text");
        assertThat(buttons("x".repeat(1024), button("1", "a")).status()).isEqualTo(200);
        assertThat(buttons("x".repeat(1025), button("1", "a")).details()).contains("1024");
    }

    @Test
    void listsHaveTheirLimits() {
        assertThat(list("Choisir", rows(10)).status()).isEqualTo(200);
        assertThat(list("Choisir", rows(11)).details()).contains("row count");
        assertThat(list("x".repeat(21), rows(1)).details()).contains("Button label");
        assertThat(list("", rows(1)).details()).contains("Button label");
        assertThat(list("Choisir", row("1", "x".repeat(25))).details()).contains("Row title");
        assertThat(list("Choisir", row("x".repeat(70), "a")).details()).contains("Row description");
        assertThat(list("Choisir", row("1", "a"), row("1", "b")).details()).contains("row id");
        assertThat(list("Choisir").details()).contains("there is none");
    }

    private Answer buttons(String body, String... buttons) {
        return interactive("button", body, "{\"buttons\":[" + String.join(",", buttons) + "]}");
    }

    private Answer list(String label, String... rows) {
        String sections = "[{\"title\":\"Motifs\",\"rows\":[" + String.join(",", rows) + "]}]";
        return interactive("list", "?", "{\"button\":\"" + label + "\",\"sections\":" + sections + "}");
    }

    private Answer interactive(String type, String body, String action) {
        return bed.post("""
                {"messaging_product": "whatsapp", "to": "%s", "type": "interactive",
                 "interactive": {"type": "%s", "body": {"text": "%s"}, "action": %s}}""".formatted(AWA.waId(), type, body, action));
    }

    private static String button(String id, String title) {
        return "{\"type\":\"reply\",\"reply\":{\"id\":\"%s\",\"title\":\"%s\"}}".formatted(id, title);
    }

    private static String row(String id, String title) {
        return "{\"id\":\"%s\",\"title\":\"%s\",\"description\":\"à propos de %s\"}".formatted(id, title, id);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row("row" + i, "Ligne " + i))
                .collect(Collectors.joining(","));
    }
}
