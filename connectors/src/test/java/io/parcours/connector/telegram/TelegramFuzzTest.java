package io.parcours.connector.telegram;

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

/** Updates as Telegram never writes them. The numbers begin the rows of chance, so that a row can be played again. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class TelegramFuzzTest {

    private final BotPeer peer = new BotPeer();
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(peer.url()));
    private final ServletServer server = bed.server();

    @AfterEach
    void stop() {
        server.close();
        bed.close();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverShowsTheSecretIsTakenInOrIsNoJson(long row, CapturedOutput output) throws Exception {
        String secret = TelegramWebhook.SECRET + ": " + TelegramTestBed.SECRET_TOKEN;
        new FuzzedWebhook(server, TelegramWebhook.PATH + "/baobab-bot", bed.inbox, bed.registry)
                .takesOrRefuses(new Mutations(row, whole()), body -> secret, TelegramFuzzTest::parts, output);
    }

    private static List<String> whole() throws IOException {
        List<String> whole = new ArrayList<>();
        for (String content : List.of(
                "\"text\": \"Ma facture est fausse\"",
                "\"text\": \"/start x\"",
                "\"contact\": {\"phone_number\": \"+22997000001\", \"user_id\": " + Payload.AWA + "}",
                "\"location\": {\"latitude\": 6.37, \"longitude\": 2.39}",
                "\"photo\": [{\"file_id\": \"s\"}, {\"file_id\": \"l\"}], \"caption\": \"Ma facture\"",
                "\"document\": {\"file_id\": \"d\", \"file_name\": \"facture.pdf\", \"mime_type\": \"application/pdf\"}")) {
            whole.add(Payload.message(1, content)
                    .replace("\"message_id\": 1,", "\"message_id\": " + Mutations.OWN + ","));
        }
        whole.add(Payload.press("cb" + Mutations.OWN, 3, "q#BILL"));
        whole.add(Payload.press("cb" + Mutations.OWN, 4, "#1"));
        whole.add(Payload.update(
                9,
                "my_chat_member",
                "{\"chat\": {\"id\": -4001, \"type\": \"group\"}, \"new_chat_member\": {\"status\": \"member\"}}"));
        whole.addAll(Contracts.bodies("telegram/samples"));
        return whole;
    }

    /** Whatever an update holds beside its number. */
    private static int parts(JsonNode update) {
        return update.isObject() ? Math.max(1, update.size() - (update.has(UpdateReader.ID) ? 1 : 0)) : 1;
    }
}
