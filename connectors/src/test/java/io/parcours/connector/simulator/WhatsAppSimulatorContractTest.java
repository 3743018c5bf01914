package io.parcours.connector.simulator;

import static io.parcours.connector.simulator.WhatsAppTestBed.AWA;
import static io.parcours.connector.simulator.WhatsAppTestBed.HIDDEN;
import static io.parcours.connector.simulator.WhatsAppTestBed.NUMBER;
import static io.parcours.connector.simulator.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.Contracts;
import io.parcours.connector.simulator.WhatsAppTestBed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The simulator against Meta's examples and what client libraries in the field send; runs where -Dparcours.contracts=
 * names the folder with them.
 */
@Timeout(60)
class WhatsAppSimulatorContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] BYTES = {1, 2, 3};
    private static final String VALUE = "entry.changes.value.";
    // Only what some subscribers have: a username, an enclosing business, a group.
    private static final Set<String> RARE = Set.of(
            VALUE + "contacts.profile.username",
            VALUE + "contacts.parent_user_id",
            VALUE + "messages.from_parent_user_id",
            VALUE + "messages.group_id",
            VALUE + "statuses.parent_recipient_user_id");
    // The older examples were written before Meta told how a message is priced.
    private static final Set<String> NEWER = Set.of(VALUE + "statuses.pricing.type");
    // A place that is no shop has no page.
    private static final Set<String> NO_PAGE = Set.of(VALUE + "messages.location.url");

    private WhatsAppTestBed bed;
    private Path folder;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder("whatsapp");
        bed = WhatsAppTestBed.subscribed();
    }

    @AfterEach
    void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void whatSubscribersSendHasTheShapeOfMetasExamples() throws IOException {
        WhatsAppHandset awa = bed.awa();
        String official = "meta_openapi_webhook_examples/";
        assertShape(official + "Text Message.json", () -> awa.write("Bonjour"), Set.of());
        assertShape(official + "Image Message.json", () -> awa.sendImage(BYTES, "image/jpeg", "facture"), Set.of());
        assertShape(
                official + "Location Message.json", () -> awa.sendLocation(6.37, 2.39, "Agence", "Cotonou"), NO_PAGE);
        assertShape(official + "Unsupported Message.json", awa::sendUnsupported, Set.of());
        String asked = bed.post(interactive(
                        "button",
                        "{\"buttons\":[{\"type\":\"reply\",\"reply\":" + "{\"id\":\"yes\",\"title\":\"Oui\"}}]}"))
                .id();
        assertShape(official + "Reaction Message.json", () -> awa.react(asked, "👍"), Set.of());
        assertShape(official + "Interactive Button Reply Message.json", () -> awa.choose(asked, "yes"), Set.of());
        String offered = bed.post(interactive(
                        "list",
                        "{\"button\":\"Choisir\",\"sections\":[{\"rows\":"
                                + "[{\"id\":\"bill\",\"title\":\"Facture\",\"description\":\"montant\"}]}]}"))
                .id();
        assertShape(official + "Interactive List Reply Message.json", () -> awa.choose(offered, "bill"), Set.of());
        bed.whatsApp.approve("survey", "fr", "Satisfait ?", "Oui");
        String survey = bed.template(AWA.waId(), "survey", "fr").id();
        assertShape(official + "Button Message.json", () -> awa.choose(survey, "Oui"), Set.of());
    }

    @Test
    void filesAndSubscribersWithoutNumberHaveTheShapeMetInTheField() throws IOException {
        WhatsAppHandset awa = bed.awa();
        assertShape("bindambc/deserialization__audioMessage.json", () -> awa.sendVoice(BYTES, "audio/ogg"), Set.of());
        assertShape(
                "bindambc/deserialization__videoMessage.json",
                () -> awa.sendVideo(BYTES, "video/mp4", "voyez"),
                Set.of());
        assertShape(
                "bindambc/deserialization__documentMessage.json",
                () -> awa.sendDocument(BYTES, "application/pdf", "facture.pdf", null),
                Set.of());
        assertShape(
                "restfb/whatsapp__webhook-incoming-message-document.json",
                () -> awa.sendDocument(BYTES, "application/pdf", "facture.pdf", "ma facture"),
                Set.of());
        assertShape(
                "restfb/whatsapp__webhook-incoming-message-text-bsuid.json",
                () -> bed.whatsApp.write(NUMBER, HIDDEN, "Bonjour"),
                RARE);
    }

    @Test
    void statusesHaveTheShapeMetInTheField() throws IOException {
        bed.awa().write("Bonjour");
        bed.whatsApp.write(NUMBER, HIDDEN, "Bonjour");
        bed.whatsApp.faults().readAlways(true);
        String id = bed.text(AWA.waId(), "Votre motif ?").id();
        for (String state : List.of("Sent", "Delivered", "Read")) {
            assertStatus(id, state.toLowerCase(), "bindambc/deserialization__textMessageStatus" + state + ".json");
        }
        String hidden =
                bed.post(text("\"recipient\":\"" + HIDDEN.userId() + "\"")).id();
        assertStatus(hidden, "delivered", "restfb/whatsapp__webhook-incoming-message-status-bsuid.json");
        bed.whatsApp.faults().failLater(true);
        bed.whatsApp.age(AWA, Duration.ofDays(2));
        String late = bed.text(AWA.waId(), "trop tard").id();
        assertStatus(late, "failed", "bindambc/deserialization__reEngagementMessageError.json");
        bed.whatsApp.notOnWhatsApp(AWA);
        String lost = bed.text(AWA.waId(), "personne").id();
        assertStatus(lost, "failed", "restfb/whatsapp__webhook-incoming-message-status-errors.json");
    }

    @Test
    void whatALibraryInTheFieldSendsIsTakenOrRefusedForAReason() throws IOException {
        Subscriber subscriber = Subscriber.withNumber("121212121212", "Mauricio");
        bed.whatsApp.write(NUMBER, subscriber, "Oi");
        Map.of("number_confirmation", 1, "schedule_confirmation3", 3, "auth_app", 1)
                .forEach((name, parameters) -> bed.whatsApp.approve(name, "pt_BR", parameters));
        Map.of("marketing_music_2", 2, "new_classes_pdf", 1, "video_tm", 1)
                .forEach((name, parameters) -> bed.whatsApp.approve(name, "en_US", parameters));
        Map<String, String> refused = new TreeMap<>();
        List<Path> requests = requests("expected__message__");
        for (Path request : requests) {
            Answer answer = bed.post(Files.readString(request));
            if (answer.status() != 200) {
                refused.put(number(request), answer.code() + " " + answer.details());
            }
        }
        assertThat(requests).hasSize(18);
        assertThat(refused)
                .as("marking as read what never came; registering a number")
                .isEqualTo(Map.of(
                        "17", "131009 Message ID is invalid: 123456",
                        "18", "100 The parameter messaging_product is required and must be 'whatsapp'."));
        assertThat(bed.whatsApp.ledger().acceptedCount()).isEqualTo(16);
    }

    @Test
    void answersHaveTheShapeThatLibrariesRead() throws IOException {
        bed.whatsApp.write(NUMBER, Subscriber.withNumber("16505551234", "Sheena"), "Hi");
        bed.whatsApp.write(NUMBER, Subscriber.withoutNumber("US.13491208655302741918", "Sheena"), "Hi");
        assertAnswer("send-message-phone-only", "message-response");
        assertAnswer("send-message-recipient-only", "message-response-bsuid");
        assertAnswer("send-message-to-and-recipient", "message-response-phone-precedence");
    }

    private void assertAnswer(String request, String expected) throws IOException {
        Answer answer = bed.post(Files.readString(folder.resolve("restfb/whatsapp__" + request + ".json")));
        JsonNode example = example("restfb/whatsapp__" + expected + ".json");
        assertThat(answer.status()).as(request).isEqualTo(200);
        assertThat(shape(answer.json())).as(request).isEqualTo(shape(example));
    }

    private void assertShape(String file, Supplier<String> act, Set<String> missing) throws IOException {
        String id = act.get();
        soon().until(() -> post(id) != null);
        Set<String> expected = shape(example(file));
        expected.removeAll(missing);
        assertThat(shape(post(id))).as(file).isEqualTo(expected);
    }

    private void assertStatus(String id, String state, String file) throws IOException {
        soon().until(() -> bed.statuses(id).contains(state));
        JsonNode told = bed.posts.stream()
                .filter(post -> post.statuses().stream()
                        .anyMatch(status -> status.path("id").asText().equals(id)
                                && status.path("status").asText().equals(state)))
                .map(WhatsAppTestBed.Post::json)
                .findFirst()
                .orElseThrow();
        Set<String> expected = shape(example(file));
        expected.removeAll(RARE);
        Set<String> emitted = shape(told);
        emitted.removeIf(path -> NEWER.contains(path) && !expected.contains(path));
        assertThat(emitted).as(file).isEqualTo(expected);
    }

    private JsonNode post(String messageId) {
        return bed.posts.stream()
                .filter(post -> post.messages().stream()
                        .anyMatch(message -> message.path("id").asText().equals(messageId)))
                .map(WhatsAppTestBed.Post::json)
                .findFirst()
                .orElse(null);
    }

    private JsonNode example(String file) throws IOException {
        // One of the recordings has a stray brace behind its end, which this reader does not look at.
        return JSON.readTree(Files.readString(folder.resolve(file)));
    }

    private List<Path> requests(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("bindambc"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static String number(Path request) {
        return request.getFileName().toString().replaceAll("[^0-9]", "");
    }

    private static String text(String address) {
        return "{\"messaging_product\":\"whatsapp\",%s,\"type\":\"text\",\"text\":{\"body\":\"oui\"}}"
                .formatted(address);
    }

    private static String interactive(String type, String action) {
        return """
                {"messaging_product": "whatsapp", "to": "%s", "type": "interactive",
                 "interactive": {"type": "%s", "body": {"text": "?"}, "action": %s}}""".formatted(AWA.waId(), type, action);
    }

    /** The paths of all keys, whatever their order and values. */
    private static Set<String> shape(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        node.forEach(element -> {
            if (node.isArray()) {
                collect(path, element, paths);
            }
        });
        node.fields().forEachRemaining(field -> {
            String deeper = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            paths.add(deeper);
            collect(deeper, field.getValue(), paths);
        });
    }
}
