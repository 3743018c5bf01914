package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.Contracts;
import io.parcours.connector.simulator.WhatsAppEvent;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import io.parcours.conversation.ProviderTemplate;
import io.parcours.conversation.ProviderTemplate.State;
import io.parcours.conversation.ProviderTemplates.Known;
import io.parcours.conversation.Template;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Meta says of templates, asked for over HTTP and told by its webhook. */
@Timeout(60)
class WhatsAppTemplatesTest {

    private static final WhatsAppSimAccount NUMBER = new WhatsAppSimAccount(
            Payload.NUMBER_ID,
            "22921000000",
            WhatsAppTestBed.TOKEN,
            WhatsAppTestBed.APP_SECRET,
            WhatsAppTestBed.VERIFY_TOKEN);

    private final WhatsAppSimulator meta = WhatsAppSimulator.start(NUMBER);
    private final WhatsAppTestBed bed =
            new WhatsAppTestBed(WhatsAppTestBed.account(meta.url()).in(NUMBER.businessAccountId()));
    private final WhatsAppTemplates templates = new WhatsAppTemplates(bed.lines, Clock.systemUTC());

    @AfterEach
    void stop() {
        templates.close();
        bed.close();
        meta.close();
    }

    @Test
    void allTemplatesAreReadHoweverManyPagesTheyTake() {
        for (int i = 0; i < 230; i++) {
            meta.approve("text_" + i, "fr", "Texte {{1}} numéro " + i);
        }

        templates.refresh("baobab");

        assertThat(known().templates()).hasSize(230);
        assertThat(known().find("text_229", "fr").orElseThrow().body()).isEqualTo("Texte {{1}} numéro 229");
        assertThat(known().readAt()).isPresent();
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void untilMetaHasToldNothingIsRefused() {
        assertThat(refusal("complaint_solved", "fr", 3)).isEmpty();
        meta.faults().down();

        templates.refresh("baobab");

        assertThat(refusal("complaint_solved", "fr", 3)).isEmpty();
        assertThat(known().problem()).asString().contains("503");
    }

    @Test
    void whatMetaWouldRefuseIsKnownBeforehand() {
        meta.approve("good", "fr", "Bonjour {{1}}.");
        meta.approve("rejected", "fr", "Bonjour {{1}}.");
        meta.approve("picture", "fr", "Bonjour {{1}}.");
        meta.header("picture", "fr", "IMAGE");
        meta.decide("rejected", "fr", "REJECTED", "INVALID_FORMAT");

        templates.refresh("baobab");

        assertThat(refusal("good", "fr", 1)).isEmpty();
        assertThat(refusal("good", "fr", 2)).contains("template-parameters");
        assertThat(refusal("good", "en", 1)).contains("template-missing");
        assertThat(refusal("rejected", "fr", 1)).contains("template-rejected");
        assertThat(refusal("picture", "fr", 1)).contains("template-header");
        assertThat(known().find("rejected", "fr").orElseThrow().reason()).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void aWebhooksNewsCountsAtOnceAndIsKept() throws Exception {
        meta.approve("complaint_solved", "fr", "Dossier {{1}} résolu.");
        templates.refresh("baobab");
        try (WebhookServer server = new WebhookServer(bed)) {
            meta.subscribe(Payload.NUMBER_ID, server.address() + "/baobab-wa");
            meta.decide("complaint_solved", "fr", "PAUSED", null);

            soon().untilAsserted(() ->
                    assertThat(refusal("complaint_solved", "fr", 1)).contains("template-paused"));
            meta.decide("complaint_solved", "fr", "APPROVED", null);
            soon().untilAsserted(() ->
                    assertThat(refusal("complaint_solved", "fr", 1)).isEmpty());
        }
        assertThat(bed.inbox.notices)
                .extracting(Notice::reason)
                .contains(Problem.of("notice.whatsapp.template", "message_template_status_update"));
    }

    @Test
    void whatIsKnownStaysWhileMetaIsAwayAndIsReadAgainByItself() {
        meta.approve("good", "fr", "Bonjour {{1}}.");
        templates.start();
        soon().until(() -> known().readAt().isPresent());
        meta.faults().down();

        templates.refresh("baobab");

        assertThat(known().templates()).extracting(ProviderTemplate::state).containsExactly(State.APPROVED);
        assertThat(refusal("good", "fr", 2)).contains("template-parameters");
    }

    @Test
    void anAccountWithoutItsBusinessAccountAsksNobody() {
        try (WhatsAppTestBed other = new WhatsAppTestBed(WhatsAppTestBed.account(meta.url()));
                WhatsAppTemplates none = new WhatsAppTemplates(other.lines, Clock.systemUTC())) {
            none.refresh("baobab");

            assertThat(none.of("baobab")).isEmpty();
            assertThat(asked()).isZero();
        }
        assertThat(templates.of("another")).isEmpty();
    }

    @Test
    void metasOwnExamplesAreRead() throws Exception {
        OpenApi described = new OpenApi(folder().resolve("business-messaging-api_v23.0.yaml"));
        JsonNode example = described.at("/paths/~1{Version}~1{WABA-ID}~1message_templates/get/responses/200/content"
                + "/application~1json/examples/Example response/value/data");

        assertThat(example).hasSize(2).allSatisfy(each -> {
            ProviderTemplate template = TemplateReader.read(each);
            assertThat(template.state()).isEqualTo(State.APPROVED);
            assertThat(template.body()).isNotBlank();
            assertThat(template.obstacle()).isNull();
        });
    }

    @Test
    void everyKindOfComponentIsEitherFilledByUsOrNamedAsAnObstacle() throws Exception {
        JsonNode components = new ObjectMapper()
                .readTree(folder().resolve("restfb/whatsapp__message-template-components.json")
                        .toFile());
        for (JsonNode component : components) {
            ObjectNode template = new ObjectMapper().createObjectNode().put("name", "a");
            template.putArray("components").add(component);
            boolean needsValues = component.path("type").asText().equals("HEADER")
                            && !component.path("format").asText().equals("TEXT")
                    || component.path("type").asText().equals("HEADER")
                            && component.path("text").asText().contains("{{");
            if (needsValues) {
                assertThat(TemplateReader.read(template).obstacle())
                        .as(component.toString())
                        .isEqualTo("header");
            }
        }
        assertThat(components).hasSizeGreaterThan(5);
    }

    private static Path folder() {
        return Contracts.folder("whatsapp");
    }

    private Known known() {
        return templates.of("baobab").get(0);
    }

    private Optional<String> refusal(String name, String language, int parameters) {
        List<String> values = Collections.nCopies(parameters, "a");
        return bed.channel.refuses("baobab", "baobab-wa", new Template(name, language, values));
    }

    private long asked() {
        return meta.events().stream()
                .map(WhatsAppEvent::messageId)
                .filter("message_templates"::equals)
                .count();
    }
}
