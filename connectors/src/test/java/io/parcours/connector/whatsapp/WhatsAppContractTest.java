package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.Contracts;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.Choice;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Template;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against what Meta and libraries in the field write; runs where -Dparcours.contracts= names the folder with it. */
class WhatsAppContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private Path folder;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder("whatsapp");
    }

    @Test
    void everyElementOfEveryWebhookIsHandledOrKeptWithAReason() throws Exception {
        List<Path> webhooks = webhooks();
        assertThat(webhooks).hasSizeGreaterThan(70);
        int elements = 0;
        for (Path file : webhooks) {
            JsonNode json = JSON.readTree(file.toFile());
            List<Received> received = read(file);
            assertThat(received).as(file.toString()).hasSize(elements(json));
            assertThat(delivered(received).notices).as(file.toString()).allSatisfy(notice -> {
                assertThat(notice.reason().toString()).isNotBlank().doesNotStartWith("misshapen");
                assertThat(notice.payload()).startsWith("{");
            });
            elements += received.size();
        }
        assertThat(elements).isGreaterThanOrEqualTo(webhooks.size());
    }

    @Test
    void everyMessageComesWithWhatWasWrittenTouchedOrAttached() throws Exception {
        for (Path file : webhooks()) {
            JsonNode message = JSON.readTree(file.toFile()).at("/entry/0/changes/0/value/messages/0");
            RecordingInbox inbox = delivered(read(file));
            if (message.has("group_id") || message.path("from").asText().matches(".*[^0-9].*")) {
                assertThat(inbox.notices).as(file.toString()).hasSize(1);
            } else if (message.path("type").asText().equals("system")) {
                assertThat(inbox.changes.size() + inbox.notices.size())
                        .as(file.toString())
                        .isEqualTo(1);
            } else if (message.isObject()) {
                assertThat(inbox.stored).as(file.toString()).singleElement().satisfies(read -> same(read, message));
            }
        }
    }

    private static void same(InboundMessage read, JsonNode message) {
        String type = message.path("type").asText();
        JsonNode content = message.path(type);
        JsonNode reply = content.path(content.path("type").asText());
        assertThat(read.externalId()).isEqualTo(message.path("id").asText());
        assertThat(read.at().getEpochSecond())
                .isEqualTo(message.path("timestamp").asLong());
        switch (type) {
            case "text" ->
                assertThat(read.text()).isEqualTo(content.path("body").asText());
            case "button" ->
                assertThat(read.text()).isEqualTo(content.path("text").asText());
            case "interactive" -> {
                assertThat(read.text()).isEqualTo(reply.path("title").asText());
                assertThat(read.choice()).contains(reply.path("id").asText());
            }
            case "location" ->
                assertThat(read.attachment().map(Attachment::latitude))
                        .contains(content.path("latitude").asDouble());
            default -> {
                assertThat(read.text()).isEqualTo(content.path("caption").asText());
                assertThat(read.attachment().map(Attachment::type)).contains(type);
                assertThat(read.attachment().map(Attachment::mediaId))
                        .isEqualTo(Optional.ofNullable(content.get("id")).map(JsonNode::asText));
            }
        }
    }

    @Test
    void changesOfUserIdsAndNumbersAreUnderstood() throws Exception {
        assertThat(delivered(read(folder.resolve("restfb/whatsapp__webhook-userIdUpdate.json"))).changes)
                .extracting(change -> change.from() + " " + change.to())
                .containsExactly(
                        "US.10101010101010101010 US.13491208655302741918",
                        "US.ENT.10101010101010101010 US.ENT.11815799212886844830");
        assertThat(delivered(read(folder.resolve("restfb/whatsapp__webhook-incoming-message-system-bsuid.json")))
                        .changes)
                .extracting(change -> change.from() + " " + change.to())
                .containsExactly("US.10101010101010101010 US.13491208655302741918");
        assertThat(delivered(read(folder.resolve("meta_openapi_webhook_examples/System Message.json"))).changes)
                .extracting(change -> change.from() + " " + change.to())
                .containsExactly("+16505551234 +12195555358");
    }

    @Test
    void whatIsMeantForAnotherNumberIsKept() throws Exception {
        byte[] text = Files.readAllBytes(folder.resolve("meta_openapi_webhook_examples/Text Message.json"));
        RecordingInbox inbox = delivered(reader("another").read(text));
        assertThat(inbox.reasons()).containsExactly("for another phone number");
    }

    @Test
    void aFileThatIsNoJsonIsToldSo() throws Exception {
        byte[] broken = Files.readAllBytes(folder.resolve("bindambc/deserialization__textMessageStatusRead.json"));
        assertThatThrownBy(() -> reader("1").read(broken)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatWeSendIsWhatMetaDescribes() throws Exception {
        OpenApi meta = new OpenApi(folder.resolve("business-messaging-api_v23.0.yaml"));
        assertThat(meta.violations("TextMessage", sent("Bonjour", 0))).isEmpty();
        assertThat(meta.violations("TextMessage", sent("Motif ?", 11))).isEmpty();
        for (int choices = 1; choices <= 10; choices++) {
            assertThat(meta.violations("InteractiveMessage", sent("x".repeat(1024), choices)))
                    .isEmpty();
        }
        JsonNode template =
                rendered(message("Texte", List.of(), new Template("solved", "fr", List.of("PA-1", "a\nb"))));
        assertThat(meta.violations("TemplateMessage", template)).isEmpty();
        assertThat(meta.violations("BodyComponent", template.at("/template/components/0")))
                .isEmpty();
        assertThat(meta.violations("TextMessage", template))
                .as("the check checks")
                .isNotEmpty();
    }

    @Test
    void whatWeSendIsWhatAnotherLibrarySends() throws Exception {
        assertThat(rendered(message("*Hello world!*\nSome code here: \n```hello world code here```", List.of(), null)))
                .isEqualTo(expected(1));
        JsonNode template =
                rendered(message("", List.of(), new Template("number_confirmation", "pt_BR", List.of("18754269072"))));
        assertThat(template.at("/template/components")).isEqualTo(expected(2).at("/template/components"));
        assertThat(template.at("/template/language/code")).isEqualTo(expected(2).at("/template/language/code"));
        List<Choice> buttons =
                List.of(new Choice("1278454", "YES"), new Choice("1278455", "NO"), new Choice("1278456", "CHANGE"));
        JsonNode asked = rendered(message("Would you like to confirm your appointment for tomorrow?", buttons, null));
        assertThat(asked.at("/interactive/action")).isEqualTo(expected(11).at("/interactive/action"));
        assertThat(asked.at("/interactive/body")).isEqualTo(expected(11).at("/interactive/body"));
    }

    /** How many things a webhook tells: what is not of the field messages counts as one. */
    private static int elements(JsonNode webhook) {
        int elements = 0;
        for (JsonNode entry : webhook.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                boolean messages = change.path("field").asText().equals("messages");
                boolean ids = change.path("field").asText().equals("user_id_update");
                int told =
                        value.path("messages").size() + value.path("statuses").size();
                elements +=
                        messages ? told : ids ? 2 * value.path("user_id_update").size() : 1;
            }
        }
        return elements;
    }

    private List<Path> webhooks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString()
                            .matches(".*(meta_openapi_webhook_examples/|__webhook-|deserialization__).*\\.json"))
                    .filter(file -> !file.endsWith("deserialization__textMessageStatusRead.json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Received> read(Path file) throws Exception {
        JsonNode number = JSON.readTree(file.toFile()).at("/entry/0/changes/0/value/metadata/phone_number_id");
        String id = number.asText().isEmpty() ? "1" : number.asText();
        return reader(id).read(Files.readAllBytes(file));
    }

    private static WhatsAppAccount account(String phoneNumberId) {
        return WhatsAppAccount.of("baobab", "wa", phoneNumberId, "token", "secret", "verify");
    }

    private static WebhookReader reader(String phoneNumberId) {
        return new WebhookReader(new WhatsAppLine(account(phoneNumberId), Clock.systemUTC()), Instant.now());
    }

    private static RecordingInbox delivered(List<Received> received) {
        RecordingInbox inbox = new RecordingInbox();
        TenantContext.run("baobab", () -> received.forEach(each -> each.into().accept(inbox)));
        return inbox;
    }

    private JsonNode expected(int number) throws IOException {
        return JSON.readTree(folder.resolve("bindambc/expected__message__expectedMessage" + number + ".json")
                .toFile());
    }

    private static JsonNode sent(String text, int choices) throws IOException {
        List<Choice> all = IntStream.range(0, choices)
                .mapToObj(i -> new Choice("q#" + i, i + " " + "mot ".repeat(i * 5)))
                .toList();
        return rendered(message(text, all, null));
    }

    private static OutboundMessage message(String text, List<Choice> choices, Template template) {
        return new OutboundMessage(
                UUID.randomUUID(), "baobab", "wa", "+121212121212", text, choices, Optional.ofNullable(template));
    }

    private static JsonNode rendered(OutboundMessage message) throws IOException {
        return JSON.readTree(CloudApi.json(new Rendering("Choisir").of(message), null));
    }
}
