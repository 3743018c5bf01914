package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.Contracts;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.connector.web.RawPeer;
import io.parcours.conversation.OutboundFile;
import io.parcours.media.MediaSource.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What we ask of Meta beside messages, and how its answers are read, against Meta's own description; runs where
 * -Dparcours.contracts= names the folder with it.
 */
class WhatsAppRequestsContractTest {

    private static final String MEDIA = "/{Version}/{Phone-Number-ID}/media";
    private static final String FILE = "/{Version}/{Media-ID}";
    private static final String TEMPLATES = "/{Version}/{WABA-ID}/message_templates";
    private static final String NUMBER = "/{Version}/{Phone-Number-ID}";
    private static final String EXAMPLES = "/responses/200/content/application~1json/examples";

    private final RawCloud meta = new RawCloud();
    private final WhatsAppTestBed bed =
            new WhatsAppTestBed(WhatsAppTestBed.account(meta.url()).in("102290129340398"));
    private OpenApi description;

    @BeforeEach
    void findContracts() {
        description = new OpenApi(Contracts.folder("whatsapp").resolve("business-messaging-api_v23.0.yaml"));
    }

    @AfterEach
    void stop() {
        bed.close();
        meta.close();
    }

    @Test
    void aFileIsBroughtAsMetaDescribes() {
        meta.answers(answer("POST", MEDIA, "Upload Image JSON"));
        String id = line().api().upload(file("plan.png", "image/png")).join().id();
        assertThat(id).isEqualTo("4490709327384033");
        assertThat(violations("POST", MEDIA)).isEmpty();
        String form = meta.requests.get(0);
        JsonNode described =
                description.operation("POST", MEDIA).at("/requestBody/content/multipart~1form-data/schema/properties");
        assertThat(form).containsIgnoringCase("content-type: multipart/form-data; boundary=");
        described.fieldNames().forEachRemaining(part -> assertThat(form).contains("name=\"" + part + "\""));
        assertThat(form)
                .contains(
                        "\r\n\r\n" + described.at("/messaging_product/example").asText() + "\r\n");
    }

    @Test
    void aMessageWithAFileIsWhatMetaDescribes() throws Exception {
        Map<String, String> kinds =
                Map.of("image/png", "Image", "audio/ogg", "Audio", "video/mp4", "Video", "application/pdf", "Document");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            FileMessage message =
                    FileMessage.of(file("a", kind.getKey()), "4490709327384033", WhatsAppTestBed.SUBSCRIBER);
            JsonNode sent = new ObjectMapper().readTree(CloudApi.json(message, null));
            assertThat(description.violations(kind.getValue() + "Message", sent))
                    .as(kind.getKey())
                    .isEmpty();
            assertThat(description.violations("StickerMessage", sent))
                    .as("the check checks")
                    .isNotEmpty();
        }
    }

    @Test
    void aFileIsAskedForAsMetaDescribesAndItsPlaceIsRead() throws Exception {
        String told = example("GET", FILE, "Retrieve Media URL").replace("<URL>", meta.url() + "/octets");
        meta.answers(RawPeer.answer(200, told), RawPeer.answer(200, "octets"));
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        WhatsAppFiles files = new WhatsAppFiles(bed.lines, new FileCalls(Duration.ofSeconds(2)));
        assertThat(files.fetch(new Wanted("baobab", "baobab-wa", "2621233374848975", 400_000), into)
                        .type())
                .isEqualTo("image/jpeg");
        assertThat(into).hasToString("octets");
        assertThat(violations("GET", FILE)).isEmpty();
        assertThat(meta.requests.get(0)).containsIgnoringCase("authorization: Bearer " + WhatsAppTestBed.TOKEN);
    }

    @Test
    void templatesAreAskedForAsMetaDescribes() throws Exception {
        meta.answers(answer("GET", TEMPLATES, "Example response"));
        assertThat(new TemplateList(line().account()).all()).isNotEmpty();
        assertThat(violations("GET", TEMPLATES)).isEmpty();
        JsonNode fields = description
                .operation("GET", TEMPLATES)
                .at("/responses/200/content/application~1json/schema/properties/data/items/properties");
        List<String> wanted = List.of(
                address().getQuery().replaceFirst(".*fields=([^&]+).*", "$1").split(","));
        assertThat(wanted).contains("name", "status", "language", "components").allSatisfy(field -> assertThat(
                        fields.has(field) || field.equals("rejected_reason"))
                .as(field + " is described, or told where a template was rejected")
                .isTrue());
    }

    @Test
    void theTestOfAConnectionIsWhatMetaDescribes() {
        meta.answers(answer("GET", NUMBER, "default_response"));
        assertThat(line().api().check().join().id()).isEqualTo("106853218861309");
        assertThat(violations("GET", NUMBER)).isEmpty();
        assertThat(violations("GET", TEMPLATES)).as("the check checks").isNotEmpty();
    }

    @Test
    void whatMetaAnswersWithoutTheNumberSaysWhatToDo() {
        JsonNode answers = description.operation("GET", NUMBER).path("responses");
        Map<Integer, Meaning> meanings = Map.of(
                400, Meaning.REFUSED,
                401, Meaning.ACCOUNT,
                403, Meaning.ACCOUNT,
                404, Meaning.ACCOUNT,
                422, Meaning.REFUSED,
                429, Meaning.TOO_MUCH,
                500, Meaning.UNKNOWN);
        meanings.forEach((status, meaning) -> {
            JsonNode examples = answers.at("/" + status + "/content/application~1json/examples");
            assertThat(examples).as("HTTP " + status).hasSizeGreaterThan(2);
            examples.forEach(example -> {
                MetaAnswer answer = read(status, example.path("value"));
                assertThat(answer.success()).as(example.toString()).isFalse();
                assertThat(line().meaning(answer)).as(example.toString()).isEqualTo(meaning);
            });
        });
    }

    @Test
    void whatMetaAnswersToAMessageAndToTheTestIsUnderstoodAsItIsMetInTheField() throws Exception {
        for (String name : List.of("", "-bsuid", "-group", "-phone-precedence")) {
            MetaAnswer taken = read(200, field("restfb/whatsapp__message-response" + name + ".json"));
            assertThat(taken.success() && taken.id().startsWith("wamid."))
                    .as(name)
                    .isTrue();
        }
        JsonNode number = field("bindambc/phone__phoneNumber.json");
        meta.answers(RawPeer.answer(200, number.toString()));
        assertThat(line().api().check().join().id()).isEqualTo(number.path("id").asText());
        for (String name : List.of("phoneNumberNotFound", "requestCode", "verifyCode")) {
            MetaAnswer refused = read(400, field("bindambc/phone__" + name + "Error.json"));
            assertThat(refused.success()).as(name).isFalse();
            assertThat(line().meaning(refused))
                    .as(name)
                    .isEqualTo(name.startsWith("phone") ? Meaning.ACCOUNT : Meaning.REFUSED);
        }
    }

    private static MetaAnswer read(int status, JsonNode body) {
        return MetaAnswer.read(
                new HttpCalls.Answer(status, body.toString().getBytes(StandardCharsets.UTF_8)), "/messages/0/id");
    }

    private static JsonNode field(String file) throws IOException {
        return new ObjectMapper()
                .readTree(Contracts.folder("whatsapp").resolve(file).toFile());
    }

    private List<String> violations(String method, String path) {
        assertThat(meta.requests.get(0)).startsWith(method + " ");
        return description.violationsOfCall(method, path, address());
    }

    private URI address() {
        return URI.create(meta.requests.get(0).split(" ")[1]);
    }

    private String answer(String method, String path, String name) {
        return RawPeer.answer(200, example(method, path, name));
    }

    private String example(String method, String path, String name) {
        return description
                .operation(method, path)
                .at(EXAMPLES)
                .path(name)
                .path("value")
                .toString();
    }

    private WhatsAppLine line() {
        return bed.lines.all().get(0);
    }

    private static OutboundFile file(String name, String type) {
        return new OutboundFile(name, type, new byte[] {1, 2, 3});
    }
}
