package io.parcours.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.Contracts;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.Received;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.OutboundMessage;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a description of the Bot API and what is in the field; runs where -Dparcours.contracts= names the folder with it. */
class TelegramContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ANSWERED_BY_US =
            Set.of("sendMessage", "answerCallbackQuery", "editMessageReplyMarkup", "leaveChat");

    private final BotPeer peer = new BotPeer();
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(peer.url()));
    private final RecordingInbox inbox = bed.inbox;
    private Path folder;
    private BotApiTypes api;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder("telegram");
        api = new BotApiTypes(folder.resolve("bot-api.json"));
    }

    @AfterEach
    void stop() {
        bed.close();
        peer.close();
    }

    @Test
    void eachKindOfUpdateIsHandledOrKeptWithItsReason() {
        List<String> kinds = api.kindsOfUpdates();
        assertThat(kinds).hasSizeGreaterThan(20);
        Map<String, String> reasons = new TreeMap<>();
        for (String kind : kinds) {
            ObjectNode update = api.minimalUpdate(kind);
            assertThat(api.violations("Update", update)).as(kind).isEmpty();
            deliver(update);
            assertThat(inbox.notices).as(kind).hasSize(reasons.size() + 1);
            reasons.put(kind, inbox.reasons().get(reasons.size()));
        }
        assertThat(reasons.values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotStartWith("misshapen"));
        assertThat(reasons).containsEntry("poll_answer", "poll_answer").containsEntry("channel_post", "in a channel");
    }

    @Test
    void whateverAMessageHoldsItIsHandledOrKeptWithItsReason() {
        int fields = 0;
        for (String field : api.fieldsOfMessages()) {
            ObjectNode message = (ObjectNode) json(Payload.body(++fields, Payload.CHAT, "\"caption\": \"\""));
            message.remove("caption");
            if (!message.has(field)) {
                message.set(field, api.minimalOfMessage(field));
            }
            ObjectNode update = JSON.createObjectNode().put("update_id", fields);
            update.set("message", message);
            assertThat(api.violations("Update", update)).as(field).isEmpty();
            deliver(update);
            assertThat(inbox.stored.size() + inbox.notices.size()).as(field).isEqualTo(fields);
        }
        assertThat(inbox.reasons()).noneMatch(reason -> reason.startsWith("misshapen"));
        assertThat(inbox.stored).hasSizeGreaterThan(20);
        assertThat(fields).isGreaterThan(80);
    }

    @Test
    void samplesAreUnderstood() throws Exception {
        deliver(JSON.readTree(folder.resolve("samples/Update.json").toFile()));
        assertThat(inbox.stored).singleElement().satisfies(read -> {
            assertThat(read.text()).isEqualTo("Bold and italics");
            assertThat(read.from()).isEqualTo("1111111");
            assertThat(read.person().name()).isEqualTo("Test Firstname Test Lastname");
        });
        assertThat(inbox.reasons())
                .containsExactly(
                        "message changed after it was sent",
                        "inline_query",
                        "chosen_inline_result",
                        "button of none of our messages");
    }

    @Test
    void answersOfTheFieldAreUnderstood() throws Exception {
        for (Path file : samples("Response.*|update-.*")) {
            JsonNode sample = JSON.readTree(file.toFile());
            int status = sample.path("ok").asBoolean() ? 200 : 400;
            BotAnswer answer = BotAnswer.read(new HttpCalls.Answer(status, Files.readAllBytes(file)));
            assertThat(answer.success()).as(file.toString()).isEqualTo(status == 200);
            assertThat(answer.retryAfter()).isEqualTo(status == 200 ? null : Duration.ofSeconds(12));
            answer.result().forEach(element -> {
                if (element.has("update_id")) {
                    deliver(element);
                }
            });
        }
        assertThat(inbox.stored).extracting(InboundMessage::text).containsExactly("Bold and italics");
        assertThat(inbox.reasons()).contains("message with write_access_allowed");
    }

    @Test
    void whatWeSendIsWhatIsDescribed() {
        List<ObjectNode> sent = new ArrayList<>();
        for (int choices = 0; choices <= 100; choices += 10) {
            List<Choice> all = IntStream.range(0, choices)
                    .mapToObj(i -> new Choice("q#" + i, "Choix " + i))
                    .toList();
            sent.addAll(Rendering.of(message(all, Expectation.CHOICE)));
        }
        sent.addAll(Rendering.of(message(List.of(), Expectation.MSISDN)));
        assertThat(sent).hasSizeGreaterThan(11).allSatisfy(request -> assertThat(
                        api.violationsOfCall("sendMessage", request))
                .isEmpty());
        assertThat(api.violationsOfCall("leaveChat", sent.get(0)))
                .as("the check checks")
                .isNotEmpty();
    }

    @Test
    void whatWeDoBesideIsWhatIsDescribed() {
        deliver(json(Payload.text(1, "/start")));
        deliver(json(Payload.press("cb1", 30, "q#BILL")));
        deliver(json(Payload.message(
                2,
                "\"contact\": {\"phone_number\": \"+2290197000001\", \"first_name\": \"Awa\", \"user_id\": 9100001}")));
        deliver(json(
                Payload.update(4, "message", Payload.body(4, "{\"id\": -5, \"type\": \"group\"}", "\"text\": \"a\""))));
        bed.line().api().updates(7).join();
        bed.line().problem().toCompletableFuture().join();
        TelegramTestBed.soon().until(() -> peer.requests.size() == 7);
        for (int i = 0; i < peer.requests.size(); i++) {
            String method = peer.requests.get(i).replaceFirst("(?s)POST /bot[^/]+/(\\w+) .*", "$1");
            assertThat(api.violationsOfCall(method, json(peer.body(i))))
                    .as(method)
                    .isEmpty();
        }
        assertThat(peer.requests)
                .anyMatch(call -> call.contains("/getUpdates "))
                .anyMatch(call -> call.contains("/getMe "));
        ANSWERED_BY_US.forEach(method -> assertThat(peer.requests).anyMatch(call -> call.contains("/" + method + " ")));
    }

    @Test
    void theSimulatedTelegramTellsAndAnswersWhatIsDescribed() {
        TelegramSimAccount account = new TelegramSimAccount(TelegramTestBed.TOKEN, "baobab_bot", "Baobab");
        try (TelegramSimulator telegram = TelegramSimulator.start(account)) {
            BotApi bot = new BotApi(TelegramTestBed.account(telegram.url()).fetching());
            TelegramHandset awa = telegram.handset(
                    TelegramTestBed.BOT_ID, new TelegramPerson(9_100_001, "Awa", null, "fr", "2290197000001"));
            long first = awa.start(null);
            ObjectNode question = Rendering.of(message(List.of(new Choice("q#1", "Oui")), Expectation.CHOICE))
                    .get(0);
            JsonNode sent = bot.call("sendMessage", question).join().result();
            assertThat(api.violations("Message", sent)).isEmpty();
            awa.press(sent.path("message_id").asLong(), "q#1");
            awa.edit(first, "autre");
            awa.shareContact();
            awa.sendContact("22997", "Kofi", null);
            awa.sendPhoto(new byte[] {1, 2, 3, 4}, null);
            awa.sendVoice(new byte[] {1});
            awa.sendLocation(6.37, 2.39);
            awa.takeIntoGroup("Famille");
            awa.block(true);
            JsonNode updates = bot.updates(0).join().result();
            assertThat(updates).hasSize(10).allSatisfy(update -> assertThat(api.violations("Update", update))
                    .isEmpty());
            assertThat(api.violations("User", bot.call("getMe").join().result()))
                    .isEmpty();
            assertThat(api.violations(
                            "WebhookInfo", bot.call("getWebhookInfo").join().result()))
                    .isEmpty();
            assertThat(bot.call("getUpdate").join().reason()).isEqualTo(404);
        }
    }

    private List<Path> samples(String names) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("samples"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(names))
                    .filter(file -> !file.toString().contains("GameScore"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(2);
            return found;
        }
    }

    private static OutboundMessage message(List<Choice> choices, Expectation expects) {
        return new OutboundMessage(
                UUID.randomUUID(), "baobab", "baobab-bot", "9100001", "Lequel ?", choices, expects, Optional.empty());
    }

    private void deliver(JsonNode update) {
        List<Received> received = new UpdateReader(bed.line(), Instant.now()).read(update);
        TenantContext.run("baobab", () -> received.forEach(each -> each.into().accept(inbox)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
