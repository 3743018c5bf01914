package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.conversation.Choice;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Template;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Rendering rendering = new Rendering("Choisir");

    @Test
    void aStatementIsAText() throws Exception {
        assertThat(rendered("Votre dossier est ouvert.")).isEqualTo(JSON.readTree("""
                        {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "2290197000001",
                         "type": "text", "text": {"preview_url": false, "body": "Votre dossier est ouvert."}}"""));
    }

    @Test
    void threeShortChoicesAreButtons() throws Exception {
        assertThat(rendered("Content ?", "Oui", "Non", "Peut-être")).isEqualTo(JSON.readTree("""
                        {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "2290197000001",
                         "type": "interactive", "interactive": {"type": "button", "body": {"text": "Content ?"},
                           "action": {"buttons": [
                             {"type": "reply", "reply": {"id": "q#0", "title": "Oui"}},
                             {"type": "reply", "reply": {"id": "q#1", "title": "Non"}},
                             {"type": "reply", "reply": {"id": "q#2", "title": "Peut-être"}}]}}}"""));
    }

    @Test
    void fourChoicesOrALongOneAreAList() throws Exception {
        assertThat(rendered("Motif ?", "Facture", "Réseau", "Internet", "Service client et autres sujets"))
                .isEqualTo(JSON.readTree("""
                        {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "2290197000001",
                         "type": "interactive", "interactive": {"type": "list", "body": {"text": "Motif ?"},
                           "action": {"button": "Choisir", "sections": [{"rows": [
                             {"id": "q#0", "title": "Facture"}, {"id": "q#1", "title": "Réseau"},
                             {"id": "q#2", "title": "Internet"},
                             {"id": "q#3", "title": "Service client et autre…",
                              "description": "Service client et autres sujets"}]}]}}}"""));
        assertThat(type(rendered("Content ?", "Oui, tout à fait content", "Non")))
                .isEqualTo("list");
    }

    @Test
    void tenChoicesAreAListAndElevenAreNumberedLines() throws Exception {
        assertThat(type(rendered("Motif ?", labels(10)))).isEqualTo("list");
        JsonNode eleven = rendered("Motif ?", labels(11));
        assertThat(eleven.at("/text/body").asText())
                .startsWith("Motif ?\n1. Choix 0\n2. Choix 1")
                .endsWith("11. Choix 10");
    }

    @Test
    void aQuestionTooLongForButtonsIsNumberedLines() throws Exception {
        assertThat(type(rendered("x".repeat(1024), "Oui", "Non"))).isEqualTo("button");
        assertThat(rendered("x".repeat(1025), "Oui", "Non").at("/text/body").asText())
                .endsWith("x\n1. Oui\n2. Non");
    }

    @Test
    void choicesThatWouldLookAlikeAreNumberedLines() throws Exception {
        assertThat(rendered("Lequel ?", "Même", "Même").path("type").asText()).isEqualTo("text");
        String long1 = "Un libellé vraiment très long, le premier";
        String long2 = "Un libellé vraiment très long, le second";
        assertThat(rendered("Lequel ?", long1, long2).path("type").asText()).isEqualTo("text");
    }

    @Test
    void labelsAreNotCutThroughAnEmoji() throws Exception {
        JsonNode row = rendered("?", "a".repeat(22) + "😀😀😀😀", "b").at("/interactive/action/sections/0/rows/0");
        assertThat(row.path("title").asText()).isEqualTo("a".repeat(22) + "…");
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeItLeaves() {
        assertThat(rendered("x".repeat(4096)).at("/text/body").asText()).hasSize(4096);
        assertThatThrownBy(() -> rendered("x".repeat(4097)))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.code()).isEqualTo("text-too-long"));
    }

    @Test
    void aTemplateLeavesInPlaceOfTheTextWithItsParametersOnOneLine() throws Exception {
        Template template = new Template("complaint_solved", "fr", List.of("PA-1", "Ligne 1\nLigne\t2     fin", " "));
        JsonNode json = json(new OutboundMessage(
                UUID.randomUUID(), "baobab", "wa", "+2290197000001", "Texte", List.of(), Optional.of(template)));
        assertThat(json).isEqualTo(JSON.readTree("""
                        {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "2290197000001",
                         "type": "template", "template": {"name": "complaint_solved", "language": {"policy": "deterministic", "code": "fr"},
                           "components": [{"type": "body", "parameters": [
                             {"type": "text", "text": "PA-1"}, {"type": "text", "text": "Ligne 1 Ligne 2 fin"},
                             {"type": "text", "text": "-"}]}]}}"""));
    }

    @Test
    void aTemplateWithoutParametersHasNoComponents() {
        JsonNode json = json(new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "wa",
                "+2290197000001",
                "Texte",
                List.of(),
                Optional.of(new Template("hello", "fr", List.of()))));
        assertThat(json.path("template").has("components")).isFalse();
    }

    @Test
    void aUserIdIsTheRecipientAndNoNumber() {
        OutboundMessage message =
                new OutboundMessage(UUID.randomUUID(), "baobab", "wa", "BJ.555", "Bonjour", List.of());
        JsonNode json = parsed(CloudApi.json(rendering.of(message), "BJ.555"));
        assertThat(json.path("recipient").asText()).isEqualTo("BJ.555");
        assertThat(json.has("to")).isFalse();
    }

    private JsonNode rendered(String text, String... labels) {
        List<Choice> choices = IntStream.range(0, labels.length)
                .mapToObj(i -> new Choice("q#" + i, labels[i]))
                .toList();
        return json(new OutboundMessage(UUID.randomUUID(), "baobab", "wa", "+2290197000001", text, choices));
    }

    private JsonNode json(OutboundMessage message) {
        return parsed(CloudApi.json(rendering.of(message), null));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(JsonNode message) {
        return message.at("/interactive/type").asText();
    }

    private static String[] labels(int number) {
        return IntStream.range(0, number).mapToObj(i -> "Choix " + i).toArray(String[]::new);
    }
}
