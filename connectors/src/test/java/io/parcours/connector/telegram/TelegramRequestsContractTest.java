package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.Contracts;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.RawPeer;
import io.parcours.conversation.OutboundFile;
import io.parcours.media.MediaSource.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Files in both directions and the ways of being told, against a description of the Bot API; runs where -Dparcours.contracts=
 * names the folder with it.
 */
class TelegramRequestsContractTest {

    private static final String ADDRESS = "(GET|POST) (?:/file)?/bot" + TelegramTestBed.TOKEN + "/(\\w+) .*";
    private static final Pattern PART = Pattern.compile(
            "Content-Disposition: form-data; name=\"(\\w+)\".*\r\n(?:Content-Type.*\r\n)?\r\n(.*)\r\n--");
    private static final String CONFLICT = "Conflict: can't use getUpdates method while webhook is active";

    private final BotPeer peer = new BotPeer().is(TelegramTestBed.BOT_ID, "baobab_bot");
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(peer.url()));
    private BotApiTypes api;

    @BeforeEach
    void findContracts() {
        api = new BotApiTypes(Contracts.folder("telegram").resolve("bot-api.json"));
    }

    @AfterEach
    void stop() {
        bed.close();
        peer.close();
    }

    @Test
    void filesAreSentAsIsDescribed() {
        Map<String, String> methods = Map.of(
                "image/png", "sendPhoto",
                "video/mp4", "sendVideo",
                "audio/mpeg", "sendAudio",
                "application/pdf", "sendDocument");
        methods.forEach((type, method) -> {
            peer.requests.clear();
            bed.line()
                    .api()
                    .send("9100001", new OutboundFile("formulaire", type, new byte[] {'x'}))
                    .join();
            ObjectNode parts = new ObjectMapper().createObjectNode();
            List<MatchResult> found =
                    PART.matcher(peer.requests.get(0)).results().toList();
            found.forEach(part -> parts.put(part.group(1), part.group(2)));
            assertThat(method(0)).isEqualTo(method);
            assertThat(api.violationsOfCall(method, parts)).as(method).isEmpty();
            assertThat(api.violationsOfCall("sendSticker", parts))
                    .as("the check checks")
                    .isNotEmpty();
        });
    }

    @Test
    void aFileIsAskedForAsIsDescribedAndItsPlaceIsRead() throws Exception {
        ObjectNode file = (ObjectNode) api.minimalOfMessage("document");
        file.put("file_path", "documents/file_7.pdf");
        assertThat(api.violations("File", file)).isEmpty();
        peer.answers(BotPeer.result(file.toString()), RawPeer.answer(200, "octets"));
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        new TelegramFiles(bed.lines, new FileCalls(Duration.ofSeconds(2)))
                .fetch(new Wanted("baobab", "baobab-bot", "BQACAgQ", 100), into);
        assertThat(into).hasToString("octets");
        assertThat(method(0)).isEqualTo("getFile");
        assertThat(violations(0)).isEmpty();
        assertThat(peer.requests.get(1))
                .startsWith("GET /file/bot" + TelegramTestBed.TOKEN + "/documents/file_7.pdf HTTP/1.1");
    }

    @Test
    void whetherUpdatesAreBroughtIsAskedAsIsDescribed() {
        bed.line().tested().toCompletableFuture().join();
        assertThat(method(1)).isEqualTo("getWebhookInfo");
        assertThat(violations(0)).isEmpty();
        assertThat(violations(1)).isEmpty();
    }

    @Test
    void whereTelegramHasAnAddressItIsTakenAwayAsIsDescribed() {
        try (TelegramTestBed fetching =
                new TelegramTestBed(TelegramTestBed.account(peer.url()).fetching())) {
            peer.answers(BotPeer.error(409, CONFLICT));
            fetching.fetching();
            soon().until(() -> peer.requests.stream().anyMatch(call -> call.contains("/deleteWebhook ")));
        }
        int call = 0;
        while (!method(call).equals("deleteWebhook")) {
            assertThat(violations(call++)).isEmpty();
        }
        assertThat(violations(call)).isEmpty();
    }

    private List<String> violations(int request) {
        try {
            return api.violationsOfCall(method(request), new ObjectMapper().readTree(peer.body(request)));
        } catch (IOException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    private String method(int request) {
        Matcher line =
                Pattern.compile(ADDRESS).matcher(peer.requests.get(request).split("\r\n")[0]);
        assertThat(line.matches()).as(peer.requests.get(request)).isTrue();
        return line.group(2);
    }
}
