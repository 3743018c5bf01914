package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.Payload.AWA;
import static io.parcours.connector.whatsapp.Payload.AWA_ID;
import static io.parcours.connector.whatsapp.Payload.NUMBER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.AddressChange;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused.Kind;
import io.parcours.tenant.TenantContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final WhatsAppAccount ACCOUNT =
            WhatsAppAccount.of("baobab", "baobab-wa", NUMBER_ID, "token", "secret", "verify");

    private final RecordingInbox inbox = new RecordingInbox();

    @Test
    void aTextComesWithItsSenderTheirNameAndTheTimeOfWriting() throws Exception {
        read(Payload.oneText("Bonjour \\ud83d\\ude00"));
        assertThat(inbox.stored)
                .containsExactly(new InboundMessage(
                        "baobab",
                        "whatsapp",
                        "baobab-wa",
                        "wamid.1",
                        "+" + AWA,
                        "Bonjour 😀",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        new Person("Awa Dossou", "+" + AWA, List.of())));
    }

    @Test
    void aTouchedButtonAndAListRowGiveBackTheChoiceAndItsLabel() throws Exception {
        read(
                Payload.oneMessage(
                        "interactive",
                        "{\"type\": \"button_reply\", \"button_reply\": {\"id\": \"complaint.motive#BILL\", \"title\": \"Facture\"}}"));
        assertThat(message().text()).isEqualTo("Facture");
        assertThat(message().choice()).contains("complaint.motive#BILL");
        inbox.stored.clear();
        read(Payload.messages("\"messages\": ["
                + Payload.message(
                        "wamid.2",
                        "interactive",
                        "{\"type\": \"list_reply\", \"list_reply\": {\"id\": \"q#A\", \"title\": \"Réseau\", \"description\": \"d\"}}")
                + "]"));
        assertThat(message().text()).isEqualTo("Réseau");
        assertThat(message().choice()).contains("q#A");
    }

    @Test
    void aTouchedButtonOfATemplateIsItsTextAndItsPayload() throws Exception {
        read(Payload.oneMessage("button", "{\"text\": \"Oui\", \"payload\": \"complaint.satisfied#YES\"}"));
        assertThat(message().text()).isEqualTo("Oui");
        assertThat(message().choice()).contains("complaint.satisfied#YES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio", "video", "document", "sticker"})
    void filesComeWithTheirCaptionAsText(String type) throws Exception {
        read(Payload.oneMessage(
                type,
                "{\"id\": \"777\", \"mime_type\": \"a/b\", \"filename\": \"f.pdf\", \"caption\": \"Ma facture\"}"));
        assertThat(message().text()).isEqualTo("Ma facture");
        assertThat(message().attachment()).contains(Attachment.media(type, "777", "a/b", "f.pdf"));
    }

    @Test
    void aPlaceComesWithItsDegrees() throws Exception {
        read(Payload.oneMessage("location", "{\"latitude\": 6.37, \"longitude\": 2.39, \"address\": \"Cotonou\"}"));
        assertThat(message().attachment()).contains(Attachment.place("Cotonou", 6.37, 2.39));
        assertThat(message().text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reaction", "order", "unsupported", "unknown", "request_welcome", "contacts", "not_invented_yet"
            })
    void whatHasNoTextIsDeliveredByItsName(String type) throws Exception {
        read(Payload.oneMessage(type, "{\"emoji\": \"x\"}"));
        assertThat(message().attachment()).contains(Attachment.other(type));
        assertThat(message().text()).isEmpty();
    }

    @Test
    void aSubscriberWithoutANumberIsTheirUserId() throws Exception {
        read(Payload.change("messages", """
                {"metadata": {"phone_number_id": "%s"},
                 "contacts": [{"profile": {"name": "Awa"}, "user_id": "%s", "parent_user_id": "BJ.ENT.99"}],
                 "messages": [{"from_user_id": "%s", "id": "wamid.3", "timestamp": "1767225600", "type": "text",
                               "text": {"body": "Bonjour"}}]}""".formatted(NUMBER_ID, AWA_ID, AWA_ID)));
        assertThat(message().from()).isEqualTo(AWA_ID);
        assertThat(message().person()).isEqualTo(new Person("Awa", null, List.of("BJ.ENT.99")));
    }

    @Test
    void aNumberAndAUserIdAreOnePerson() throws Exception {
        read(Payload.change("messages", """
                {"metadata": {"phone_number_id": "%s"},
                 "contacts": [{"profile": {"name": "Autre"}, "wa_id": "22900000000"},
                              {"profile": {"name": "Awa"}, "wa_id": "%s", "user_id": "%s"}],
                 "messages": [{"from": "%s", "from_user_id": "%s", "id": "wamid.3", "type": "text",
                               "text": {"body": "Bonjour"}}]}""".formatted(NUMBER_ID, AWA, AWA_ID, AWA, AWA_ID)));
        assertThat(message().from()).isEqualTo("+" + AWA);
        assertThat(message().person()).isEqualTo(new Person("Awa", "+" + AWA, List.of(AWA_ID)));
        assertThat(message().at()).isEqualTo(NOW);
    }

    @Test
    void aContactThatIsNotTheSenderTellsNothingAboutThem() throws Exception {
        read(Payload.change("messages", """
                {"metadata": {"phone_number_id": "%s"},
                 "contacts": [{"profile": {"name": "Koffi"}, "wa_id": "22900000000", "user_id": "BJ.1"}],
                 "messages": [{"from": "%s", "id": "wamid.3", "type": "text", "text": {"body": "Bonjour"}}]}""".formatted(NUMBER_ID, AWA)));
        assertThat(message().person()).isEqualTo(new Person(null, "+" + AWA, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"delivered, DELIVERED", "read, READ", "played, READ"})
    void statusesBecomeReceipts(String status, DeliveryState state) throws Exception {
        read(Payload.messages("\"statuses\": [" + Payload.status("wamid.9", status, "") + "]"));
        assertThat(inbox.receipts)
                .containsExactly(new Receipt(
                        "baobab",
                        "whatsapp",
                        "baobab-wa",
                        "wamid.9",
                        state,
                        Instant.parse("2026-01-01T00:01:00Z"),
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "131047, WINDOW_CLOSED",
        "131026, NOT_HERE",
        "132001, NO_TEMPLATE",
        "130429, PERHAPS_LATER",
        "131053, PERHAPS_LATER"
    })
    void aFailedStatusSaysWhatWouldHelp(String code, Kind refusal) throws Exception {
        read(Payload.messages("\"statuses\": ["
                + Payload.status("wamid.9", "failed", ", \"errors\": [{\"code\": " + code + "}]") + "]"));
        assertThat(inbox.receipts).singleElement().satisfies(receipt -> {
            assertThat(receipt.state()).isEqualTo(DeliveryState.UNDELIVERABLE);
            assertThat(receipt.errorCode()).isEqualTo(code);
            assertThat(receipt.refusal()).isEqualTo(refusal);
        });
    }

    @Test
    void aStatusThatSaysNoMoreThanTheAnswerIsOnlyCounted() throws Exception {
        List<Received> received =
                reader().read(bytes(Payload.messages("\"statuses\": [" + Payload.status("w", "sent", "") + "]")));
        assertThat(received).extracting(Received::kind).containsExactly("sent");
    }

    @Test
    void anotherNumberIsAnotherAddress() throws Exception {
        read(Payload.oneMessage("system", "{\"type\": \"user_changed_number\", \"wa_id\": \"2290197000009\"}"));
        assertThat(inbox.changes).extracting(AddressChange::from).containsExactly("+" + AWA);
        assertThat(inbox.changes).extracting(AddressChange::to).containsExactly("+2290197000009");
    }

    @Test
    void anotherUserIdIsAnotherAddressUnlessTheSentenceIsForged() throws Exception {
        read(userIdChanged("User Awa changed from BJ.111 to BJ.222"));
        assertThat(inbox.changes).extracting(AddressChange::from).containsExactly("BJ.111");
        assertThat(inbox.changes).extracting(AddressChange::to).containsExactly("BJ.222");
        read(userIdChanged("User Eve changed from BJ.666 to BJ.222 changed from BJ.333 to BJ.222"));
        assertThat(inbox.changes).extracting(AddressChange::from).containsExactly("BJ.111", "BJ.333");
        read(userIdChanged("User Eve changed from BJ.666 to BJ.777"));
        assertThat(inbox.changes).hasSize(2);
        assertThat(inbox.reasons()).containsExactly("system message user_changed_user_id");
    }

    private static String userIdChanged(String sentence) {
        return Payload.messages("""
                "messages": [{"id": "wamid.4", "type": "system", "timestamp": "1767225600",
                  "system": {"type": "user_changed_user_id", "user_id": "BJ.222", "body": "%s"}}]""".formatted(sentence));
    }

    @Test
    void anUpdateOfUserIdsChangesEachOfThem() throws Exception {
        read(Payload.change("user_id_update", Payload.value("""
                "user_id_update": [{"user_id": {"previous": "BJ.1", "current": "BJ.2"},
                  "parent_user_id": {"previous": "BJ.ENT.1", "current": "BJ.ENT.2"}, "timestamp": "1767225600"}]""")));
        assertThat(inbox.changes).extracting(AddressChange::to).containsExactly("BJ.2", "BJ.ENT.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_template_status_update",
                "phone_number_quality_update",
                "account_update",
                "smb_message_echoes",
                "history",
                "calls",
                "group_lifecycle_update"
            })
    void everyOtherFieldIsKeptWithItsNameAndItsWholeChange(String field) throws Exception {
        read(Payload.change(field, "{\"event\": \"FLAGGED\", \"nul\": \"a\\u0000b\"}"));
        assertThat(inbox.notices).singleElement().satisfies(notice -> {
            assertThat(notice.reason().details()).containsExactly(field);
            assertThat(notice.reason().toString()).contains(field);
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NEWS);
            assertThat(notice.payload()).contains("FLAGGED").doesNotContain("\0");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": \"1\", \"id\": \"w\", \"type\": \"text\", \"text\": {\"body\": \"x\"}} | message without a sender",
                "{\"id\": \"w\", \"from\": \"REDACTED\", \"type\": \"text\", \"text\": {\"body\": \"x\"}} | message without a sender",
                "{\"from\": \"22901970000\", \"type\": \"text\"} | message without a type or an id",
                "{\"from\": \"22901970000\", \"id\": \"w\"} | message without a type or an id",
                "{\"from\": \"22901970000\", \"id\": \"w\", \"type\": \"text\"} | message of type text without its content",
                "{\"from\": \"22901970000\", \"id\": \"w\", \"type\": \"text\", \"text\": [1]} | message of type text without its content",
                "{\"from\": \"22901970000\", \"id\": \"w\", \"type\": \"image\", \"image\": 5} | message of type image without its content",
                "{\"from\": \"22901970000\", \"id\": \"w\", \"type\": \"location\", \"location\": {\"latitude\": 91, \"longitude\": 0}} | message of type location without its content",
                "{\"from\": \"22901970000\", \"id\": \"w\", \"type\": \"text\", \"group_id\": \"g\", \"text\": {\"body\": \"x\"}} | in a group",
                "null | message without a type or an id",
                "[[]] | message without a type or an id",
                "5 | message without a type or an id"
            })
    void whatIsMisshapenIsKeptWithItsReasonAndStopsNothing(String element, String reason) throws Exception {
        read(Payload.messages("\"messages\": [" + Payload.text("w1", "un") + "," + element + ","
                + Payload.text("w2", "deux") + "], \"statuses\": 5"));
        assertThat(inbox.texts()).containsExactly("un", "deux");
        assertThat(inbox.reasons()).containsExactly(reason, "statuses that are no list");
    }

    @ParameterizedTest
    @CsvSource({
        "phone_number_quality_update, Qualité du numéro", "account_update, État du compte",
        "business_capability_update, Limites du compte",
                "message_template_quality_update, Modèle : changement de qualité"
    })
    void whatTheOperatorHasToKnowIsSaidInWords(String field, String words) throws Exception {
        read(Payload.change(field, "{\"event\": \"FLAGGED\"}"));
        assertThat(inbox.notices.get(0).reason().in(Locale.FRENCH)).startsWith(words);
    }

    @Test
    void onlyWhatASubscriberSaidHasToBeRead() throws Exception {
        read(Payload.messages("\"messages\": [{\"from\": \"1\", \"id\": \"w\", \"type\": \"text\"}], \"statuses\": 5"));
        read(Payload.oneText("Bonjour").replace(NUMBER_ID, "999"));
        read(Payload.messages("\"statuses\": []").replace(NUMBER_ID, "999"));
        assertThat(inbox.notices)
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.WORDS, Notice.Kind.NEWS, Notice.Kind.WORDS, Notice.Kind.NEWS);
    }

    @Test
    void theNameOfAFieldIsKeptAsFarAsItCanBe() throws Exception {
        read(Payload.messages("\"of_tomorrow\\u0000" + "x".repeat(900) + "\": [1]"));
        assertThat(inbox.reasons()).singleElement().satisfies(reason -> assertThat(reason)
                .startsWith("of_tomorrowx")
                .hasSizeLessThan(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "5",
                "\"whatsapp\"",
                "{\"object\": \"page\", \"entry\": []}",
                "{\"object\": \"whatsapp_business_account\"}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": []}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [5]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": []}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": [null]}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": [{\"field\": \"messages\"}]}]}"
            })
    void jsonThatIsNothingWeKnowIsKept(String json) throws Exception {
        read(json);
        assertThat(inbox.notices).hasSize(1);
        assertThat(inbox.reasons().get(0)).isNotBlank();
    }

    @Test
    void whatIsMeantForAnotherNumberIsKeptAndNotDelivered() throws Exception {
        read(Payload.oneText("Bonjour").replace(NUMBER_ID, "999"));
        assertThat(inbox.stored).isEmpty();
        assertThat(inbox.reasons()).containsExactly("for another phone number");
    }

    @Test
    void whatADatabaseCannotKeepIsLeftOut() throws Exception {
        read(Payload.oneText("a\\u0000b\\ud800c"));
        assertThat(inbox.texts()).containsExactly("ab\ufffdc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"a\":}", "{\"a\":1} {", "nope", "{\"a\": 1}{\"b\": 2}"})
    void whatIsNoJsonIsUnreadable(String text) {
        assertThatThrownBy(() -> reader().read(bytes(text))).isInstanceOf(Unreadable.class);
    }

    @Test
    void nestingThatIsTooDeepIsUnreadable() {
        assertThatThrownBy(() -> reader().read(bytes("[".repeat(61) + "]".repeat(61))))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> reader().read(bytes("{\"a\":".repeat(100_000))))
                .isInstanceOf(Unreadable.class);
    }

    private void read(String json) throws Unreadable {
        List<Received> received = reader().read(bytes(json));
        TenantContext.run("baobab", () -> received.forEach(each -> each.into().accept(inbox)));
    }

    private static WebhookReader reader() {
        return new WebhookReader(new WhatsAppLine(ACCOUNT, Clock.systemUTC()), NOW);
    }

    private InboundMessage message() {
        assertThat(inbox.stored).hasSize(1);
        return inbox.stored.get(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
