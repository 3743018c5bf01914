package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.APP_SECRET;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Contracts;
import io.parcours.connector.Mutations;
import io.parcours.connector.web.FuzzedWebhook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class WhatsAppFuzzTest {

    private static final Set<String> ENVELOPE = Set.of("messaging_product", "metadata", "contacts");

    private final WhatsAppTestBed bed = new WhatsAppTestBed(WhatsAppTestBed.account("http://127.0.0.1:1"));
    private final WebhookServer server = new WebhookServer(bed);

    @AfterEach
    void stop() {
        server.close();
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsSignedIsTakenInOrIsNoJson(long row, CapturedOutput output) throws Exception {
        new FuzzedWebhook(server, WhatsAppWebhook.PATH + "/baobab-wa", bed.inbox, bed.registry)
                .takesOrRefuses(
                        new Mutations(row, whole()),
                        FuzzedWebhook.signed(APP_SECRET),
                        WhatsAppFuzzTest::elements,
                        output);
    }

    private static List<String> whole() throws IOException {
        List<String> whole = new ArrayList<>();
        for (String content : List.of(
                "text|{\"body\": \"Ma facture est fausse\"}",
                "button|{\"text\": \"Oui\", \"payload\": \"q#YES\"}",
                "interactive|{\"type\": \"list_reply\", \"list_reply\": {\"id\": \"q#BILL\", \"title\": \"Facture\"}}",
                "image|{\"id\": \"77\", \"mime_type\": \"image/jpeg\", \"caption\": \"La facture\"}",
                "document|{\"id\": \"78\", \"filename\": \"facture.pdf\"}",
                "location|{\"latitude\": 6.37, \"longitude\": 2.39, \"name\": \"Cotonou\"}",
                "reaction|{\"message_id\": \"wamid.0\", \"emoji\": \"👍\"}",
                "system|{\"type\": \"user_changed_number\", \"body\": \"x\", \"wa_id\": \"2290197000002\"}")) {
            String[] parts = content.split("\\|");
            whole.add(Payload.messages("\"messages\": [" + message(parts[0], parts[1]) + ", "
                    + message("text", "{\"body\": \"Et encore\"}") + "]"));
        }
        whole.add(Payload.messages("\"statuses\": ["
                + Payload.status("w" + Mutations.OWN, "failed", ", \"errors\": [{\"code\": 131026}]") + ", "
                + Payload.status("v" + Mutations.OWN, "read", "") + "]"));
        whole.add(Payload.change(
                "user_id_update",
                Payload.value("\"user_id_update\": [{\"user_id\": {\"previous\": \"BJ.1\", \"current\": \"BJ.2\"},"
                        + " \"timestamp\": \"1767225600\"}]")));
        whole.add(Payload.change(
                "message_template_status_update",
                "{\"event\": \"PAUSED\", \"message_template_name\": \"a\", \"message_template_language\": \"fr\"}"));
        Contracts.bodies("whatsapp")
                .forEach(body -> whole.add(body.replaceAll(
                        "(\"phone_number_id\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + Payload.NUMBER_ID + "\"")));
        return whole;
    }

    private static String message(String type, String content) {
        return Payload.message("wamid." + type + Mutations.OWN, type, content);
    }

    /** Each element of each list, and one for whatever else there is in place of one. */
    private static int elements(JsonNode webhook) {
        int elements = 0;
        for (JsonNode entry : webhook.path("entry")) {
            int changes = 0;
            for (JsonNode change : entry.path("changes")) {
                changes += Math.max(1, parts(change));
            }
            elements += Math.max(1, changes);
        }
        boolean ours = webhook.path("object").asText().equals("whatsapp_business_account")
                && webhook.path("entry").isArray();
        return ours ? Math.max(1, elements) : 1;
    }

    private static int parts(JsonNode change) {
        boolean ours = change.path("value")
                .path("metadata")
                .path("phone_number_id")
                .asText()
                .equals(Payload.NUMBER_ID);
        if (!ours
                || !Set.of("messages", "user_id_update")
                        .contains(change.path("field").asText())) {
            return 1;
        }
        int parts = 0;
        Iterator<Map.Entry<String, JsonNode>> fields = change.path("value").fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> part = fields.next();
            if (!ENVELOPE.contains(part.getKey())) {
                parts += part.getValue().isArray() ? part.getValue().size() : 1;
            }
        }
        return parts;
    }
}
