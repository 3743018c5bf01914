package io.parcours.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void shortChoicesStandTwoInARow() {
        JsonNode rows = rows("Lequel ?", "Facturation", "Réseau", "Autre");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/0/text").asText()).isEqualTo("Facturation");
        assertThat(rows.at("/0/1/callback_data").asText()).isEqualTo("q#1");
        assertThat(rows.at("/1/0/text").asText()).isEqualTo("Autre");
    }

    @Test
    void oneLongLabelGivesEachChoiceARowOfItsOwn() {
        assertThat(rows("Lequel ?", "Oui", "Je ne suis pas satisfait")).hasSize(2);
    }

    @Test
    void anIdThatIsTooLongForTelegramIsReplacedByItsPlace() {
        JsonNode rows = keyboard(message(
                "Lequel ?",
                Expectation.CHOICE,
                new Choice("é".repeat(32), "Court"),
                new Choice("é".repeat(32) + "a", "Long"),
                new Choice("#3", "Louche"),
                new Choice("-", "Trait")));
        assertThat(rows.at("/0/0/callback_data").asText()).isEqualTo("é".repeat(32));
        assertThat(rows.at("/0/1/callback_data").asText()).isEqualTo("#1");
        assertThat(rows.at("/1/0/callback_data").asText()).isEqualTo("#2");
        assertThat(rows.at("/1/1/callback_data").asText()).isEqualTo("#3");
    }

    @Test
    void whatDoesNotGoOnButtonsIsWrittenAsNumberedLines() {
        List<ObjectNode> many = Rendering.of(message(
                "Lequel ?",
                Expectation.CHOICE,
                IntStream.range(0, 101)
                        .mapToObj(i -> new Choice("q#" + i, "Choix " + i))
                        .toArray(Choice[]::new)));
        assertThat(many.get(0).path("text").asText()).startsWith("Lequel ?\n1. Choix 0\n2. Choix 1");
        assertThat(many.get(0).has("reply_markup")).isFalse();
        assertThat(Rendering.of(question("Lequel ?", "x".repeat(65))).get(0).has("reply_markup"))
                .isFalse();
    }

    @Test
    void aTextOf4096CharactersIsOneMessageAndALongerOneIsCutBetweenWordsWithTheButtonsLast() {
        assertThat(Rendering.of(question("x".repeat(4_096), "Oui"))).hasSize(1);
        List<ObjectNode> pieces = Rendering.of(question("mot ".repeat(2_000), "Oui"));
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).has("reply_markup")).isFalse();
        assertThat(pieces.get(1).has("reply_markup")).isTrue();
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.path("text").asText())
                .hasSizeLessThanOrEqualTo(4_096)
                .startsWith("mot")
                .endsWith("mot"));
    }

    @Test
    void anEmojiIsNotCutInTwo() {
        List<ObjectNode> pieces = Rendering.of(message("a" + "😀".repeat(2_048), Expectation.NOTHING));
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(1).path("text").asText()).isEqualTo("😀");
    }

    @Test
    void aBookAndNothingAtAllAreRefusedBeforeTheyLeave() {
        assertThatThrownBy(() -> Rendering.of(message("x".repeat(4_096 * 5 + 1), Expectation.NOTHING)))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.code()).isEqualTo(Rendering.TOO_LONG));
        assertThatThrownBy(() -> Rendering.of(message(" \n", Expectation.NOTHING)))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.code()).isEqualTo(Rendering.EMPTY));
    }

    @Test
    void aQuestionForATelephoneNumberOffersTheOwnOne() {
        JsonNode markup = Rendering.of(message("Votre numéro ?", Expectation.MSISDN))
                .get(0)
                .path("reply_markup");
        assertThat(markup.at("/keyboard/0/0/request_contact").asBoolean()).isTrue();
        assertThat(markup.at("/keyboard/0/0/text").asText()).isEqualTo("Partager mon numéro");
        assertThat(markup.path("one_time_keyboard").asBoolean()).isTrue();
    }

    @Test
    void theButtonSpeaksTheCustomersLanguage() {
        OutboundMessage asked = new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "bot",
                "1",
                "Your number?",
                List.of(),
                Expectation.MSISDN,
                Optional.empty(),
                "x",
                "en");
        assertThat(Rendering.of(asked)
                        .get(0)
                        .at("/reply_markup/keyboard/0/0/text")
                        .asText())
                .isEqualTo("Share my number");
    }

    @Test
    void wordsAreNeitherMarkupNorALookAtTheWeb() {
        ObjectNode message = Rendering.of(message("<b>*Voir* https://example.org</b>", Expectation.NOTHING))
                .get(0);
        assertThat(message.path("text").asText()).isEqualTo("<b>*Voir* https://example.org</b>");
        assertThat(message.has("parse_mode")).isFalse();
        assertThat(message.at("/link_preview_options/is_disabled").asBoolean()).isTrue();
    }

    private static JsonNode rows(String text, String... labels) {
        return keyboard(question(text, labels));
    }

    private static JsonNode keyboard(OutboundMessage message) {
        return Rendering.of(message).get(0).at("/reply_markup/inline_keyboard");
    }

    private static OutboundMessage question(String text, String... labels) {
        List<Choice> choices = new ArrayList<>();
        for (String label : labels) {
            choices.add(new Choice("q#" + choices.size(), label));
        }
        return message(text, Expectation.CHOICE, choices.toArray(Choice[]::new));
    }

    private static OutboundMessage message(String text, Expectation expects, Choice... choices) {
        return new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "baobab-bot",
                "9100001",
                text,
                List.of(choices),
                expects,
                Optional.empty());
    }
}
