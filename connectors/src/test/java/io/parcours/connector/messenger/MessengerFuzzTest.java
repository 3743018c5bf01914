package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.MessengerTestBed.APP_SECRET;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Contracts;
import io.parcours.connector.Mutations;
import io.parcours.connector.web.FuzzedWebhook;
import io.parcours.connector.web.ServletServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Signed bodies as Meta never writes them. The numbers begin the rows of chance, so that a row can be played again. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class MessengerFuzzTest {

    private final MessengerTestBed bed = new MessengerTestBed(MessengerTestBed.account("http://127.0.0.1:1"));
    private final ServletServer server = bed.server();

    @AfterEach
    void stop() {
        server.close();
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsSignedIsTakenInOrIsNoJson(long row, CapturedOutput output) throws Exception {
        new FuzzedWebhook(server, MessengerWebhook.PATH + "/baobab-page", bed.inbox, bed.registry)
                .takesOrRefuses(
                        new Mutations(row, whole()),
                        FuzzedWebhook.signed(APP_SECRET),
                        MessengerFuzzTest::elements,
                        output);
    }

    private static List<String> whole() throws IOException {
        String id = "m_" + Mutations.OWN;
        List<String> whole = new ArrayList<>(List.of(
                Payload.page(Payload.text(id, "Bonjour") + ", " + Payload.text(id + "x", "Ma facture est fausse")),
                Payload.one(
                        "message",
                        "{\"mid\": \"" + id + "\", \"text\": \"2\", \"quick_reply\": {\"payload\": \"q#B\"}}"),
                Payload.attached("{\"type\": \"image\", \"payload\": {\"url\": \"https://files.example/1\"}},"
                        + " {\"type\": \"location\", \"payload\": {\"coordinates\": {\"lat\": 6.3, \"long\": 2.4}}}"),
                Payload.one("delivery", "{\"mids\": [\"m_7\", \"m_8\"], \"watermark\": 1767225600100}"),
                Payload.one("read", "{\"watermark\": 1767225600100}"),
                Payload.one("postback", "{\"title\": \"Oui\", \"payload\": \"q#1\", \"referral\": {\"ref\": \"x\"}}"),
                Payload.one("postback", "{\"title\": \"Oui\", \"payload\": \"q#YES\"}"),
                Payload.one("referral", "{\"ref\": \"summer\", \"source\": \"SHORTLINK\"}"),
                Payload.one("reaction", "{\"action\": \"react\", \"emoji\": \"👍\", \"mid\": \"m_1\"}"),
                Payload.one("policy_enforcement", "{\"action\": \"unblock\"}")));
        for (String body : Contracts.bodies("messenger")) {
            if (body.contains("\"entry\"")) {
                whole.add(body.replaceAll(
                        "(\"entry\"\\s*:\\s*\\[\\s*\\{\\s*\"id\"\\s*:\\s*)\"[^\"]*\"",
                        "$1\"" + Payload.PAGE_ID + "\""));
            }
        }
        return whole;
    }

    /** Each element of each list, and one for whatever else there is in place of one. */
    private static int elements(JsonNode webhook) {
        int elements = 0;
        for (JsonNode entry : webhook.path("entry")) {
            boolean ours = entry.path("id").asText().equals(Payload.PAGE_ID);
            int events = 0;
            for (String list : List.of("messaging", "standby", "changes")) {
                JsonNode part = entry.path(list);
                events += part.isArray() ? part.size() : entry.hasNonNull(list) ? 1 : 0;
            }
            elements += ours ? Math.max(1, events) : 1;
        }
        boolean page = webhook.path("object").asText().equals("page")
                && webhook.path("entry").isArray();
        return page ? Math.max(1, elements) : 1;
    }
}
