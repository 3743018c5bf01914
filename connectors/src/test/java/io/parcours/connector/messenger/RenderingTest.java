package io.parcours.connector.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.conversation.Choice;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aTextGoesToItsReaderAsAResponseAndIsMarkedAsOurs() {
        JsonNode request = one(message("Bonjour"));
        assertThat(request.at("/recipient/id").asText()).isEqualTo(Payload.AWA);
        assertThat(request.path("messaging_type").asText()).isEqualTo("RESPONSE");
        assertThat(request.at("/message/text").asText()).isEqualTo("Bonjour");
        assertThat(request.at("/message/metadata").asText()).isEqualTo(Rendering.OURS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFewShortChoicesAreButtons(int count) {
        JsonNode payload = one(question("Lequel ?", count, "Choix ")).at("/message/attachment/payload");
        assertThat(payload.path("template_type").asText()).isEqualTo("button");
        assertThat(payload.path("text").asText()).isEqualTo("Lequel ?");
        assertThat(payload.path("buttons")).hasSize(count);
        assertThat(payload.at("/buttons/0").toString())
                .isEqualTo("{\"type\":\"postback\",\"title\":\"Choix 1\",\"payload\":\"q#1\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 13})
    void moreOfThemAreQuickReplies(int count) {
        JsonNode message = one(question("Lequel ?", count, "Choix ")).path("message");
        assertThat(message.path("text").asText()).isEqualTo("Lequel ?");
        assertThat(message.path("quick_replies")).hasSize(count);
        assertThat(message.at("/quick_replies/3").toString())
                .isEqualTo("{\"content_type\":\"text\",\"title\":\"Choix 4\",\"payload\":\"q#4\"}");
    }

    @Test
    void aLongQuestionWithFewChoicesHasQuickRepliesSinceButtonsWouldNotTakeIt() {
        JsonNode message = one(question("x".repeat(641), 2, "Choix ")).path("message");
        assertThat(message.path("quick_replies")).hasSize(2);
        assertThat(one(question("x".repeat(640), 2, "Choix ")).path("message").has("attachment"))
                .isTrue();
    }

    @Test
    void labelsThatAreTooLongStandInTheTextAndTheirNumbersAreTouched() {
        JsonNode message =
                one(question("Lequel ?", 2, "Une étiquette plus longue ")).path("message");
        assertThat(message.path("text").asText())
                .isEqualTo("Lequel ?\n1. Une étiquette plus longue 1\n2. Une étiquette plus longue 2");
        assertThat(message.at("/quick_replies/1").toString())
                .isEqualTo("{\"content_type\":\"text\",\"title\":\"2\",\"payload\":\"q#2\"}");
    }

    @Test
    void lookAlikeLabelsAreNumberedToo() {
        Choice[] same = {new Choice("a", "Oui"), new Choice("b", " Oui ")};
        assertThat(one(MessengerTestBed.message(Payload.AWA, "?", same))
                        .at("/message/quick_replies/1/title")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void moreThanThirteenChoicesAreLinesAloneSinceKeysForSomeWouldHideTheOthers() {
        JsonNode message = one(question("Lequel ?", 14, "Choix ")).path("message");
        assertThat(message.path("text").asText()).endsWith("\n14. Choix 14");
        assertThat(message.has("quick_replies")).isFalse();
    }

    @Test
    void aTextOfTwoThousandCharactersIsOneAndALongerOneIsCutBetweenWords() {
        assertThat(requests(message("x".repeat(2_000)))).hasSize(1);
        String text = "mot ".repeat(700).strip();
        List<JsonNode> pieces = requests(message(text));
        assertThat(pieces).hasSize(2).allSatisfy(piece -> assertThat(
                        piece.at("/message/text").asText())
                .hasSizeLessThanOrEqualTo(2_000)
                .startsWith("mot")
                .endsWith("mot"));
        assertThat(String.join(
                        " ",
                        pieces.stream()
                                .map(each -> each.at("/message/text").asText())
                                .toList()))
                .isEqualTo(text);
    }

    @Test
    void whatHasNoWordsIsCutAnywhereButNotThroughAnEmoji() {
        List<JsonNode> pieces = requests(message("x" + "😀".repeat(1_500)));
        assertThat(pieces).hasSize(2).allSatisfy(piece -> assertThat(
                        piece.at("/message/text").asText())
                .doesNotContain("\ufffd")
                .matches("x?(😀)+"));
    }

    @Test
    void theChoicesOfALongTextComeWithItsLastPiece() {
        List<JsonNode> pieces = requests(question("mot ".repeat(700), 2, "Choix "));
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).at("/message").has("quick_replies")).isFalse();
        assertThat(pieces.get(1).at("/message/quick_replies")).hasSize(2);
    }

    @Test
    void aTextThatWouldBeAPageOfBubblesIsRefused() {
        assertThatThrownBy(() -> requests(message("mot ".repeat(3_000))))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.code()).isEqualTo(Rendering.TOO_LONG));
    }

    @Test
    void afterTheWindowAPageWithoutUtilityMessagesSendsNothing() {
        assertThatThrownBy(() -> requests(MessengerTestBed.template(Payload.AWA, "complaint_solved", "PA-1")))
                .isInstanceOfSatisfying(SendRefused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.NO_TEMPLATE);
                    assertThat(refused.code()).isEqualTo(Rendering.NO_UTILITY);
                });
    }

    @Test
    void afterTheWindowAPageWithUtilityMessagesSendsTheTemplate() {
        MessengerAccount page = account().with(MessengerTestBed.quick(true));
        JsonNode request = read(new Rendering(page)
                .of(MessengerTestBed.template(Payload.AWA, "complaint_solved", "PA-1", "a\nb", " "))
                .get(0));
        assertThat(request.path("messaging_type").asText()).isEqualTo("UTILITY");
        JsonNode template = request.at("/message/template");
        assertThat(template.path("name").asText()).isEqualTo("complaint_solved");
        assertThat(template.at("/language/code").asText()).isEqualTo("fr");
        assertThat(template.at("/components/0/type").asText()).isEqualTo("body");
        assertThat(template.at("/components/0/parameters").findValuesAsText("text"))
                .containsExactly("PA-1", "a b", "-");
        assertThat(read(new Rendering(page)
                                .of(MessengerTestBed.template(Payload.AWA, "hello"))
                                .get(0))
                        .at("/message/template/components"))
                .isEmpty();
    }

    private static MessengerAccount account() {
        return MessengerTestBed.account("http://127.0.0.1:1");
    }

    private static OutboundMessage message(String text) {
        return MessengerTestBed.message(Payload.AWA, text);
    }

    private static OutboundMessage question(String text, int count, String label) {
        Choice[] choices = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Choice("q#" + i, label + i))
                .toArray(Choice[]::new);
        return MessengerTestBed.message(Payload.AWA, text, choices);
    }

    private static JsonNode one(OutboundMessage message) {
        List<JsonNode> requests = requests(message);
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private static List<JsonNode> requests(OutboundMessage message) {
        return new Rendering(account())
                .of(message).stream().map(RenderingTest::read).toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
