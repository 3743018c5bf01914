package io.parcours.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Notice;
import io.parcours.tenant.TenantContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {

    private static final String GROUP = "{\"id\": -4001, \"type\": \"group\", \"title\": \"Famille\"}";

    private final BotPeer peer = new BotPeer();
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(peer.url()));
    private final RecordingInbox inbox = bed.inbox;

    @AfterEach
    void stop() {
        bed.close();
        peer.close();
    }

    @Test
    void aTextComesWithItsSenderItsMomentAndAnIdOverAllBots() {
        InboundMessage read = message(Payload.text(12, "Ma facture est fausse"));
        assertThat(read.text()).isEqualTo("Ma facture est fausse");
        assertThat(read.from()).isEqualTo("9100001");
        assertThat(read.externalId()).isEqualTo(TelegramTestBed.BOT_ID + "/9100001/12");
        assertThat(read.at()).isEqualTo(Instant.ofEpochSecond(1_767_225_600));
        assertThat(read.person().name()).isEqualTo("Awa Dossou");
        assertThat(read.person().msisdn()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"photo\": [{\"file_id\": \"small\"}, {\"file_id\": \"large\"}], \"caption\": \"Ma facture\" | image | large | Ma facture",
                "\"voice\": {\"file_id\": \"v\", \"mime_type\": \"audio/ogg\"} | audio | v | ''",
                "\"audio\": {\"file_id\": \"a\", \"title\": \"Chant\"} | audio | a | ''",
                "\"video\": {\"file_id\": \"f\"} | video | f | ''",
                "\"video_note\": {\"file_id\": \"n\"} | video | n | ''",
                "\"document\": {\"file_id\": \"d\"}, \"animation\": {\"file_id\": \"g\"} | video | g | ''",
                "\"document\": {\"file_id\": \"d\", \"file_name\": \"facture.pdf\"} | document | d | ''",
                "\"sticker\": {\"file_id\": \"s\", \"emoji\": \"👍\"} | sticker | s | ''"
            })
    void filesComeAsTheirKindAndTheirId(String content, String type, String id, String text) {
        InboundMessage read = message(Payload.message(1, content));
        assertThat(read.attachment().orElseThrow().type()).isEqualTo(type);
        assertThat(read.attachment().orElseThrow().mediaId()).isEqualTo(id);
        assertThat(read.text()).isEqualTo(text);
    }

    @Test
    void placesComeWithTheirDegreesAndVenuesWithTheirName() {
        Attachment pin = message(Payload.message(1, "\"location\": {\"latitude\": 6.37, \"longitude\": 2.39}"))
                .attachment()
                .orElseThrow();
        assertThat(pin.type()).isEqualTo("location");
        assertThat(pin.latitude()).isEqualTo(6.37);
        Attachment venue = message(Payload.message(2, """
                        "location": {"latitude": 6.37, "longitude": 2.39},
                        "venue": {"location": {"latitude": 6.38, "longitude": 2.4}, "title": "Agence Ganhi", "address": "Cotonou"}
                        """)).attachment().orElseThrow();
        assertThat(venue.name()).isEqualTo("Agence Ganhi");
        assertThat(venue.latitude()).isEqualTo(6.38);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dice", "poll", "game", "story", "rich_message"})
    void whatWeCannotShowComesByItsName(String type) {
        assertThat(message(Payload.message(1, "\"" + type + "\": {}")).attachment())
                .contains(Attachment.other(type));
    }

    @Test
    void aPressComesAsItsChoiceAndIsToldThatItArrived() {
        InboundMessage read = message(Payload.press("cb1", 30, "q#BILL"));
        assertThat(read.choice()).contains("q#BILL");
        assertThat(read.text()).isEqualTo("Facturation");
        TelegramTestBed.soon().until(() -> peer.requests.size() == 2);
        assertThat(peer.requests).anyMatch(call -> call.contains("/answerCallbackQuery ") && call.contains("cb1"));
        assertThat(peer.requests)
                .anyMatch(call -> call.contains("/editMessageReplyMarkup ") && call.contains("✓ Facturation"));
    }

    @Test
    void whicheverButtonIsPressedNextTheQuestionIsAnsweredOnce() {
        read(Payload.press("cb1", 30, "q#BILL"));
        read(Payload.press("cb2", 30, "#1"));
        assertThat(inbox.stored).extracting(InboundMessage::text).containsExactly("Facturation");
        TelegramTestBed.soon().until(() -> peer.requests.size() == 3);
        assertThat(peer.requests)
                .filteredOn(call -> call.contains("editMessageReplyMarkup"))
                .hasSize(1);
    }

    @Test
    void aChoiceWithALongIdComesByItsLabelAlone() {
        InboundMessage read = message(Payload.press("cb1", 30, "#1"));
        assertThat(read.choice()).isEmpty();
        assertThat(read.text()).isEqualTo("Réseau");
    }

    @Test
    void theButtonOfAnOldMessageStillSaysWhatItWas() {
        String old = "{\"message_id\": 5, \"date\": 0, \"chat\": " + Payload.CHAT + "}";
        assertThat(message(Payload.callback("cb1", old, "q#BILL")).choice()).contains("q#BILL");
        assertThat(notice(Payload.callback("cb2", old.replace("5", "6"), "#1"))).contains("no longer to be seen");
    }

    @Test
    void theMarkOfAnAnsweredQuestionMeansNothing() {
        assertThat(read(Payload.press("cb1", 30, "-")))
                .extracting(Received::kind)
                .containsExactly("again");
        assertThat(inbox.calls).hasValue(0);
        TelegramTestBed.soon().until(() -> peer.requests.size() == 1);
        assertThat(peer.requests.get(0)).contains("/answerCallbackQuery ");
    }

    @Test
    void whoPressesStartComesWithoutAWordAndIsGreetedAndOfferedToShareTheirNumber() {
        InboundMessage read = message(Payload.text(1, "/start"));
        assertThat(read.text()).isEmpty();
        assertThat(read.attachment()).contains(Attachment.coming("start"));
        TelegramTestBed.soon().until(() -> peer.requests.size() == 1);
        assertThat(peer.body(0)).contains("Bonjour !", "\"request_contact\":true", "Partager mon numéro");
    }

    @Test
    void whoComesByOurInvitationIsWhoWasInvitedAndNotAskedForANumber() {
        UUID customer = UUID.randomUUID();
        String link = bed.channel.invitation("baobab", customer).orElseThrow();
        assertThat(link).startsWith("https://t.me/baobab_bot?start=");
        String reference = link.substring(link.indexOf('=') + 1);
        assertThat(reference).matches("[A-Za-z0-9_-]{1,64}");

        InboundMessage read = message(Payload.text(1, "/start " + reference));
        assertThat(read.person().customer()).isEqualTo(customer);
        TelegramTestBed.soon().until(() -> peer.requests.size() == 1);
        assertThat(peer.body(0)).contains("Bonjour !").doesNotContain("request_contact");
        assertThat(message(Payload.text(2, "/start " + reference.toLowerCase()))
                        .person()
                        .customer())
                .isNull();
    }

    @Test
    void aNumberThatItsOwnerSharesIsTheirsAndOpensNothing() {
        InboundMessage read = message(
                Payload.message(
                        1,
                        "\"contact\": {\"phone_number\": \"229 01-97-000001\", \"first_name\": \"Awa\", \"user_id\": 9100001}"));
        assertThat(read.person().msisdn()).isEqualTo("+2290197000001");
        assertThat(read.attachment()).contains(Attachment.coming("contact"));
        TelegramTestBed.soon().until(() -> peer.requests.size() == 1);
        assertThat(peer.body(0)).contains("Merci", "\"remove_keyboard\":true");
    }

    @Test
    void whereANumberWasAskedForTheSharedOneIsTheAnswer() {
        bed.line().chats().asked("9100001", true);
        InboundMessage read = message(Payload.message(
                1,
                "\"contact\": {\"phone_number\": \"+2290197000001\", \"first_name\": \"Awa\", \"user_id\": 9100001}"));
        assertThat(read.text()).isEqualTo("+2290197000001");
        assertThat(read.attachment()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"contact\": {\"phone_number\": \"+2290197000002\", \"first_name\": \"Kofi\", \"user_id\": 77}",
                "\"contact\": {\"phone_number\": \"+2290197000002\", \"first_name\": \"Kofi\"}",
                "\"contact\": {\"phone_number\": \"call me\", \"first_name\": \"Awa\", \"user_id\": 9100001}",
                "\"forward_origin\": {}, \"contact\": {\"phone_number\": \"+2290197000002\", \"user_id\": 9100001}"
            })
    void aNumberOfSomebodyElseProvesNothing(String content) {
        InboundMessage read = message(Payload.message(1, content));
        assertThat(read.person().msisdn()).isNull();
        assertThat(read.attachment()).contains(Attachment.other("contacts"));
    }

    @Test
    void aTextThatWasChangedAfterwardsChangesNothingAndIsKept() {
        assertThat(notice(Payload.update(1, "edited_message", Payload.body(1, Payload.CHAT, "\"text\": \"Autre\""))))
                .isEqualTo("message changed after it was sent");
        assertThat(inbox.stored).isEmpty();
    }

    @Test
    void groupsAndChannelsAreNotServedAndLeftOnce() {
        assertThat(notice(Payload.update(1, "message", Payload.body(1, GROUP, "\"text\": \"Salut\""))))
                .isEqualTo("in a group");
        assertThat(notice(Payload.update(2, "message", Payload.body(2, GROUP, "\"text\": \"Salut\""))))
                .isEqualTo("in a group");
        assertThat(notice(Payload.update(
                        3, "channel_post", Payload.body(3, GROUP.replace("4001", "4002"), "\"text\": \"!\""))))
                .isEqualTo("in a channel");
        TelegramTestBed.soon().until(() -> peer.requests.size() == 2);
        assertThat(peer.requests).allMatch(call -> call.contains("/leaveChat "));
        assertThat(peer.body(0)).contains("-4001");
    }

    @ParameterizedTest
    @CsvSource({"kicked, blocked the bot", "member, no longer blocks the bot"})
    void whoBlocksTheBotIsKept(String status, String reason) {
        assertThat(notice(Payload.update(
                        1,
                        "my_chat_member",
                        "{\"chat\": " + Payload.CHAT + ", \"new_chat_member\": {\"status\": \"" + status + "\"}}")))
                .isEqualTo(reason);
        assertThat(peer.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"update_id\": 1} | no update",
                "{\"update_id\": 1, \"message\": 5} | message without content",
                "{\"update_id\": 1, \"message\": {}} | message without a conversation",
                "{\"update_id\": 1, \"inline_query\": {\"id\": \"1\"}} | inline_query",
                "{\"update_id\": 1, \"of_tomorrow\": {\"a\": 1}} | of_tomorrow",
                "{\"update_id\": 1, \"business_message\": {\"a\": 1}} | of another’s account: business_message",
                "{\"update_id\": 1, \"callback_query\": {\"id\": \"1\"}} | button pressed by nobody",
                "[1, 2] | no update",
                "\"word\" | no update",
                "null | no update"
            })
    void whatNothingActsOnIsKeptWithItsReason(String update, String reason) {
        assertThat(notice(update)).isEqualTo(reason);
    }

    @Test
    void serviceMessagesAreKeptByTheirName() {
        assertThat(notice(Payload.message(1, "\"pinned_message\": {\"message_id\": 3}")))
                .isEqualTo("message with pinned_message");
        assertThat(notice(Payload.message(2, "\"text\": \"\""))).isEqualTo("message with text");
    }

    @Test
    void onlyWhatASubscriberSaidHasToBeRead() {
        List.of(
                        "{\"update_id\": 1, \"message\": 5}",
                        "{\"update_id\": 1, \"callback_query\": {\"id\": \"1\"}}",
                        Payload.update(1, "edited_message", "{\"text\": \"x\"}"))
                .forEach(this::notice);
        assertThat(inbox.notices).allMatch(notice -> notice.kind() == Notice.Kind.WORDS);

        inbox.notices.clear();
        List.of(
                        "{\"update_id\": 1, \"inline_query\": {\"id\": \"1\"}}",
                        Payload.message(1, "\"pinned_message\": {\"message_id\": 3}"))
                .forEach(this::notice);
        assertThat(inbox.notices).allMatch(notice -> notice.kind() == Notice.Kind.NEWS);
    }

    @Test
    void aMessageInTheNameOfSomebodyElseIsKept() {
        String other = Payload.message(1, "\"text\": \"Salut\"")
                .replace("{\"id\": 9100001, \"is_bot\"", "{\"id\": 5, \"is_bot\"");
        assertThat(notice(other)).isEqualTo("message without a sender");
        String bot = Payload.message(1, "\"text\": \"Salut\"").replace("\"is_bot\": false", "\"is_bot\": true");
        assertThat(notice(bot)).isEqualTo("message without a sender");
    }

    @Test
    void whatPostgresCannotKeepIsReplacedOrLeftOut() {
        assertThat(message(Payload.text(1, "a\\u0000b\\ud800c")).text()).isEqualTo("ab\ufffdc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1} x", "nothing"})
    void whatIsNoJsonIsToldSo(String body) {
        assertThatThrownBy(() -> reader().read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }

    private InboundMessage message(String update) {
        read(update);
        return inbox.stored.get(inbox.stored.size() - 1);
    }

    private String notice(String update) {
        read(update);
        assertThat(inbox.notices).isNotEmpty();
        Notice last = inbox.notices.get(inbox.notices.size() - 1);
        assertThat(last.payload()).isNotBlank();
        return last.reason().toString();
    }

    private List<Received> read(String update) {
        try {
            List<Received> received = reader().read(update.getBytes(StandardCharsets.UTF_8));
            TenantContext.run(
                    "baobab", () -> received.forEach(each -> each.into().accept(inbox)));
            return received;
        } catch (Unreadable unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private UpdateReader reader() {
        return new UpdateReader(bed.line(), Instant.parse("2026-03-01T10:00:00Z"));
    }
}
