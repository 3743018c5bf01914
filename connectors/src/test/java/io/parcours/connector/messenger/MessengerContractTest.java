package io.parcours.connector.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.Contracts;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Signature;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against what Meta and libraries in the field write; runs where -Dparcours.contracts= names the folder with it. */
class MessengerContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Checks checks = new Checks("messenger");
    private Path folder;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder();
    }

    @AfterEach
    void stop() {
        checks.close();
    }

    @Test
    void everyEventOfEveryWebhookIsHandledOrKeptWithAReason() throws Exception {
        int webhooks = 0;
        for (Path file : files()) {
            JsonNode json = JSON.readTree(file.toFile());
            if (!json.path("object").asText().equals("page")) {
                continue;
            }
            webhooks++;
            List<Received> received = read(file);
            assertThat(received).as(file.toString()).hasSize(elements(json));
            assertThat(delivered(received).notices).as(file.toString()).allSatisfy(notice -> {
                assertThat(notice.reason().toString()).isNotBlank().doesNotStartWith("misshapen");
                assertThat(notice.payload()).startsWith("{");
            });
        }
        assertThat(webhooks).isGreaterThan(55);
    }

    @Test
    void everyMessageComesWithWhatWasWrittenTouchedOrAttached() throws Exception {
        int messages = 0;
        for (Path file : files()) {
            JsonNode event = JSON.readTree(file.toFile()).at("/entry/0/messaging/0");
            JsonNode message = event.path("message");
            boolean written = message.isObject()
                    && !message.path("is_echo").asBoolean()
                    && !message.path("is_deleted").asBoolean()
                    && event.at("/sender/id").asText().matches("[0-9]{5,}")
                    && JSON.readTree(file.toFile()).path("object").asText().equals("page");
            if (written) {
                RecordingInbox inbox = delivered(read(file));
                assertThat(inbox.stored).as(file.toString()).isNotEmpty();
                assertThat(inbox.notices).as(file.toString()).isEmpty();
                same(file, inbox.stored.get(0), event, message);
                messages++;
            }
        }
        assertThat(messages).isGreaterThan(30);
    }

    private static void same(Path file, InboundMessage read, JsonNode event, JsonNode message) {
        assertThat(read.externalId())
                .as(file.toString())
                .isEqualTo(message.path("mid").asText());
        assertThat(read.from()).isEqualTo(event.at("/sender/id").asText());
        assertThat(read.at().toEpochMilli()).isEqualTo(event.path("timestamp").asLong());
        assertThat(read.text()).isEqualTo(message.path("text").asText());
        assertThat(read.choice().orElse(""))
                .isEqualTo(message.at("/quick_reply/payload").asText());
        JsonNode attachment = message.at("/attachments/0");
        if (attachment.isObject()) {
            boolean sticker = attachment.at("/payload").has("sticker_id");
            assertThat(read.attachment().map(Attachment::type))
                    .contains(sticker ? "sticker" : attachment.path("type").asText());
        }
    }

    @Test
    void eachKindOfEventIsWhatItSays() throws Exception {
        assertThat(one("messaging-delivery-basic").receipts).hasSize(1);
        assertThat(one("messaging-delivery-basic").watermarks).hasSize(1);
        assertThat(one("messaging-read-basic").watermarks).hasSize(1);
        assertThat(one("messaging-postback-basic").stored.get(0).choice()).contains("USER_DEFINED_PAYLOAD");
        for (String coming :
                List.of("messaging-postback-referral", "messaging-referral-basic", "messaging-optin-basic")) {
            assertThat(one(coming).stored.get(0).attachment().map(Attachment::type))
                    .as(coming)
                    .contains("referral");
        }
        assertThat(reason("messaging-message-basic-echo")).isEqualTo("written by others in the page’s name");
        assertThat(reason("standby-message-basic-echo")).isEqualTo("in the hands of another app");
        assertThat(reason("messaging-message-isdeleted")).isEqualTo("message taken back");
        assertThat(reason("messaging-message-edits")).isEqualTo("message changed after it was sent (message_edit)");
        assertThat(reason("messaging-postback-chat")).isEqualTo("postback without a sender");
        assertThat(reason("messaging-accountlinking-linked")).isEqualTo("account_linking");
        assertThat(reason("messaging-policy-callback-block")).isEqualTo("policy enforcement: block");
    }

    @Test
    void objectsOfTheGraphAndWhatIsAboutInstagramAreRecognisedAsSuch() throws Exception {
        int others = 0;
        for (Path file : files()) {
            String object = JSON.readTree(file.toFile()).path("object").asText();
            if (!object.equals("page")) {
                assertThat(delivered(read(file)).reasons())
                        .as(file.toString())
                        .containsExactly(object.isEmpty() ? "no webhook" : "about instagram, not about a page");
                others++;
            }
        }
        assertThat(others).isGreaterThan(8);
    }

    @Test
    void theSignaturesAreTheOnesThatMetaWouldMake() throws Exception {
        JsonNode vectors =
                JSON.readTree(folder.resolve("messenger/signature_vectors.json").toFile());
        assertThat(vectors.size()).isGreaterThan(2);
        for (JsonNode vector : vectors) {
            byte[] octets =
                    Files.readAllBytes(folder.resolve(vector.path("file").asText()));
            Signature given = Signature.of(vector.path("value").asText()).orElseThrow();
            assertThat(vector.path("header").asText()).isEqualTo(Signature.HEADER);
            assertThat(given.fits(octets, vector.path("app_secret").asText())).isTrue();
            octets[octets.length / 2] ^= 1;
            assertThat(given.fits(octets, vector.path("app_secret").asText())).isFalse();
        }
    }

    /** How many things a webhook tells: a delivery tells each of its messages, and a moment. */
    private static int elements(JsonNode webhook) {
        int elements = 0;
        for (JsonNode entry : webhook.path("entry")) {
            elements += entry.path("standby").size();
            for (JsonNode event : entry.path("messaging")) {
                int attached = event.at("/message/attachments").size();
                int mids = event.at("/delivery/mids").size();
                elements += event.has("delivery") ? mids + 1 : Math.max(1, attached);
            }
        }
        return elements;
    }

    private RecordingInbox one(String name) throws Exception {
        return delivered(read(folder.resolve("messenger/restfb/webhooks__" + name + ".json")));
    }

    private String reason(String name) throws Exception {
        RecordingInbox inbox = one(name);
        assertThat(inbox.stored).isEmpty();
        return inbox.reasons().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("messenger/restfb"))) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    /** As the page that the file is about. */
    private List<Received> read(Path file) throws Exception {
        String id = JSON.readTree(file.toFile()).at("/entry/0/id").asText();
        String page = id.matches("[0-9]+") ? id : "1";
        MessengerAccount account = MessengerAccount.of("baobab", "page", page, "token", "secret", "verify");
        return new WebhookReader(new MessengerLine(account, Clock.systemUTC()), checks, Instant.now())
                .read(Files.readAllBytes(file));
    }

    private static RecordingInbox delivered(List<Received> received) {
        RecordingInbox inbox = new RecordingInbox();
        TenantContext.run("baobab", () -> received.forEach(each -> each.into().accept(inbox)));
        return inbox;
    }
}
