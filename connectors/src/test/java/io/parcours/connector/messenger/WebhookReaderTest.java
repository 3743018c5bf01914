package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.Payload.AT;
import static io.parcours.connector.messenger.Payload.AWA;
import static io.parcours.connector.messenger.Payload.PAGE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.Watermark;
import io.parcours.tenant.TenantContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final RecordingInbox inbox = new RecordingInbox();
    private final Checks checks = new Checks("messenger");
    private final MessengerLine line =
            new MessengerLine(MessengerTestBed.account("http://127.0.0.1:1"), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        checks.close();
    }

    @Test
    void aTextComesWithItsSenderAndTheTimeOfWriting() throws Exception {
        read(Payload.oneText("Bonjour \\ud83d\\ude00"));
        assertThat(inbox.stored)
                .containsExactly(new InboundMessage(
                        "baobab",
                        "messenger",
                        "baobab-page",
                        "m_1",
                        AWA,
                        "Bonjour 😀",
                        Instant.ofEpochMilli(AT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Person.UNKNOWN));
    }

    @Test
    void aQuickReplyGivesBackTheChoiceAndItsLabel() throws Exception {
        read(Payload.one(
                "message",
                "{\"mid\": \"m_1\", \"text\": \"2\", \"quick_reply\": {\"payload\": \"complaint.motive#BILL\"}}"));
        assertThat(message().text()).isEqualTo("2");
        assertThat(message().choice()).contains("complaint.motive#BILL");
    }

    @Test
    void aPressedButtonDoesTooWithOrWithoutAnIdOfItsOwn() throws Exception {
        read(Payload.one("postback", "{\"mid\": \"m_9\", \"title\": \"Oui\", \"payload\": \"complaint.solved#YES\"}"));
        assertThat(message().externalId()).isEqualTo("m_9");
        assertThat(message().text()).isEqualTo("Oui");
        assertThat(message().choice()).contains("complaint.solved#YES");
        inbox.stored.clear();
        read(Payload.one("postback", "{\"payload\": \"complaint.solved#NO\"}"));
        assertThat(message().externalId()).contains(AWA, String.valueOf(AT));
        assertThat(message().choice()).contains("complaint.solved#NO");
    }

    @ParameterizedTest
    @CsvSource({"image, image", "audio, audio", "video, video", "file, document", "reel, reel"})
    void whatIsAttachedComesWithItsKindAndWhereItCanBeFetched(String type, String kind) throws Exception {
        read(Payload.attached("{\"type\": \"" + type + "\", \"payload\": {\"url\": \"https://cdn/x?sig=1\"}}"));
        assertThat(attachment().type()).isEqualTo(kind);
        assertThat(attachment().mediaId()).isEqualTo("https://cdn/x?sig=1");
        assertThat(message().text()).isEmpty();
    }

    @Test
    void anAddressOfAFileMayBeLong() throws Exception {
        String url = "https://cdn/" + "x".repeat(1_500);
        read(Payload.attached("{\"type\": \"image\", \"payload\": {\"url\": \"" + url + "\"}}"));
        assertThat(attachment().mediaId()).isEqualTo(url);
    }

    @Test
    void severalThingsAttachedAreSeveralMessagesAndTheWordsGoWithTheFirst() throws Exception {
        String image = "{\"type\": \"image\", \"payload\": {\"url\": \"https://cdn/%d\"}}";
        String images = image.formatted(1) + "," + image.formatted(2) + "," + image.formatted(3);
        read(Payload.one(
                "message", "{\"mid\": \"m_1\", \"text\": \"Mes factures\", \"attachments\": [" + images + "]}"));
        assertThat(inbox.texts()).containsExactly("Mes factures", "", "");
        assertThat(inbox.stored)
                .extracting(each -> each.externalId() + " "
                        + each.attachment().orElseThrow().mediaId())
                .containsExactly("m_1 https://cdn/1", "m_1#1 https://cdn/2", "m_1#2 https://cdn/3");
    }

    @Test
    void aStickerIsOneThoughMetaTellsItTwice() throws Exception {
        String payload = "{\"url\": \"https://cdn/s\", \"sticker_id\": 369239263222822}";
        read(Payload.attached("{\"type\": \"image\", \"payload\": " + payload
                + "}, {\"type\": \"sticker\", \"payload\": " + payload + "}"));
        assertThat(attachment().type()).isEqualTo("sticker");
    }

    @Test
    void aPlaceComesWithItsDegrees() throws Exception {
        read(Payload.attached(
                "{\"type\": \"location\", \"payload\": {\"coordinates\": {\"lat\": 6.36, \"long\": 2.42}}}"));
        assertThat(attachment()).isEqualTo(Attachment.place(null, 6.36, 2.42));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mid\": \"m_1\", \"is_unsupported\": true}",
                "{\"mid\": \"m_1\", \"attachments\": [5]}",
                "{\"mid\": \"m_1\", \"attachments\": [{\"type\": \"location\", \"payload\": {\"coordinates\": {\"lat\": 91, \"long\": 0}}}]}"
            })
    void whatMessengerDoesNotHandOverIsSeenAsSuch(String message) throws Exception {
        read(Payload.one("message", message));
        assertThat(attachment()).isEqualTo(Attachment.other("unsupported"));
    }

    @Test
    void aSharedLinkKeepsItsAddressAndItsTitle() throws Exception {
        read(Payload.attached("{\"type\": \"fallback\", \"title\": \"Coupure à Cotonou\", \"url\": \"https://x/y\","
                + " \"payload\": \"BLOB\"}"));
        assertThat(attachment()).isEqualTo(Attachment.media("fallback", "https://x/y", null, "Coupure à Cotonou"));
    }

    // --- who comes by a link

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referral|{\"ref\": \"%s\", \"source\": \"SHORTLINK\", \"type\": \"OPEN_THREAD\"}",
                "postback|{\"title\": \"Démarrer\", \"payload\": \"GET_STARTED\", \"referral\": {\"ref\": \"%s\", \"source\": \"SHORTLINK\"}}",
                "postback|{\"payload\": \"ANY\", \"referral\": {\"ref\": \"%s\", \"source\": \"SHORTLINK\"}}",
                "optin|{\"ref\": \"%s\", \"source\": \"SHORTLINK\"}"
            })
    void whoComesByOurInvitationIsKnown(String event) throws Exception {
        UUID customer = UUID.randomUUID();
        String[] parts = event.split("\\|");
        read(Payload.one(parts[0], parts[1].formatted(reference(customer))));
        assertThat(message().person().customer()).isEqualTo(customer);
        assertThat(attachment().type()).isEqualTo("referral");
        assertThat(message().choice()).isEmpty();
        assertThat(message().text()).isEmpty();
    }

    @Test
    void whoWritesAfterAnAdThatHeldOurReferenceIsKnownToo() throws Exception {
        UUID customer = UUID.randomUUID();
        read(Payload.one(
                "message",
                "{\"mid\": \"m_1\", \"text\": \"Bonjour\", \"referral\": {\"ref\": \"" + reference(customer) + "\"}}"));
        assertThat(message().person().customer()).isEqualTo(customer);
        assertThat(message().text()).isEqualTo("Bonjour");
    }

    @Test
    void anyOtherReferenceIsAStrangers() throws Exception {
        String foreign = reference(UUID.randomUUID()).replaceFirst("^.", "_");
        long at = AT;
        for (String ref : List.of("summer-sale", "", foreign)) {
            read(Payload.one("referral", "{\"ref\": \"" + ref + "\", \"source\": \"ADS\"}")
                    .replace(String.valueOf(AT), String.valueOf(++at)));
        }
        assertThat(inbox.stored).hasSize(3).allSatisfy(came -> assertThat(came.person())
                .isEqualTo(Person.UNKNOWN));
    }

    @Test
    void whoPressesGetStartedHasSaidNothingYet() throws Exception {
        read(Payload.one("postback", "{\"mid\": \"m_1\", \"title\": \"Démarrer\", \"payload\": \"GET_STARTED\"}"));
        assertThat(attachment().type()).isEqualTo("referral");
        assertThat(message().text()).isEmpty();
    }

    @Test
    void aVisitorOfAWebSiteHasNoAddressYet() throws Exception {
        read(Payload.one("postback", "{\"payload\": \"hey\"}").replace("\"id\": \"" + AWA, "\"user_ref\": \"" + AWA));
        read(Payload.one("optin", "{\"ref\": \"x\", \"user_ref\": \"y\"}")
                .replace("\"id\": \"" + AWA, "\"user_ref\": \""));
        assertThat(inbox.stored).isEmpty();
        assertThat(reasons()).containsExactly("postback without a sender", "optin without a sender");
    }

    // --- what became of what we sent

    @Test
    void aDeliveryNamesMessagesAndAMoment() throws Exception {
        read(Payload.one("delivery", "{\"mids\": [\"m_7\", \"m_8\"], \"watermark\": 1767225600100}"));
        assertThat(inbox.receipts)
                .extracting(Receipt::providerId, Receipt::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("m_7", DeliveryState.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple("m_8", DeliveryState.DELIVERED));
        assertThat(inbox.watermarks)
                .containsExactly(new Watermark(
                        "baobab",
                        "messenger",
                        "baobab-page",
                        AWA,
                        DeliveryState.DELIVERED,
                        Instant.ofEpochMilli(1_767_225_600_100L)));
    }

    @Test
    void aReadingNamesAMomentAlone() throws Exception {
        read(Payload.one("read", "{\"watermark\": \"1767225600100\"}"));
        assertThat(inbox.receipts).isEmpty();
        assertThat(inbox.watermarks).extracting(Watermark::state).containsExactly(DeliveryState.READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"watermark\": \"soon\"}", "{\"watermark\": -5}", "{\"watermark\": 1e30}", "5", "null"})
    void aReceiptOfNothingIsKept(String content) throws Exception {
        read(Payload.page(Payload.event("read", content) + "," + Payload.event("delivery", content)));
        assertThat(inbox.watermarks).isEmpty();
        assertThat(reasons()).containsExactly("read of nothing", "delivery of nothing");
    }

    @Test
    void ourOwnWordsToldBackAreNoNewsAndSomebodyElsesAreKept() throws Exception {
        String echo = "{\"mid\": \"m_1\", \"text\": \"Bonjour\", \"is_echo\": true, \"app_id\": 1%s}";
        read(Payload.one("message", echo.formatted(", \"metadata\": \"" + Rendering.OURS + "\"")));
        assertThat(inbox.calls).hasValue(0);
        read(Payload.one("message", echo.formatted("")));
        assertThat(inbox.stored).isEmpty();
        assertThat(reasons()).containsExactly("written by others in the page’s name");
    }

    @Test
    void aBlockedPageIsDownUntilItIsNoLonger() throws Exception {
        read(Payload.one("policy-enforcement", "{\"action\": \"block\", \"reason\": \"spam\"}"));
        assertThat(line.health().works()).isFalse();
        assertThat(line.problem().toCompletableFuture().join()).contains(Problem.of("messenger.blocked"));
        read(Payload.one("policy_enforcement", "{\"action\": \"unblock\"}"));
        assertThat(reasons()).containsExactly("policy enforcement: block", "policy enforcement: unblock");
    }

    // --- what nothing acts on

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_linking | {\"status\": \"linked\"} | account_linking",
                "pass_thread_control | {\"new_owner_app_id\": \"1\"} | pass_thread_control",
                "message_edit | {\"mid\": \"m_1\", \"text\": \"x\"} | message changed after it was sent (message_edit)",
                "message | {\"mid\": \"m_1\", \"is_deleted\": true} | message taken back",
                "message | {\"text\": \"x\"} | message without an id",
                "message | {\"mid\": \"m_1\"} | message without content",
                "message | {\"mid\": \"m_1\", \"text\": \"\"} | message without content",
                "message | 5 | message without an id",
                "reaction | {\"mid\": \"m_1\", \"action\": \"unreact\"} | reaction taken back",
                "postback | {} | postback without content",
                "optin | {\"type\": \"notification_messages\", \"ref\": \"x\"} | optin",
                "optin | {\"user_ref\": \"x\"} | optin",
                "policy_enforcement | {\"action\": \"warn\"} | policy enforcement without a known action"
            })
    void isKeptWithItsReasonAndStopsNothing(String name, String content, String reason) throws Exception {
        read(Payload.page(
                Payload.text("m_a", "un") + "," + Payload.event(name, content) + "," + Payload.text("m_b", "deux")));
        assertThat(inbox.texts()).containsExactly("un", "deux");
        assertThat(reasons()).containsExactly(reason);
    }

    @Test
    void anEmojiPutOnAMessageAnswersNothing() throws Exception {
        read(Payload.one("reaction", "{\"mid\": \"m_1\", \"action\": \"react\", \"emoji\": \"😢\"}"));
        assertThat(attachment()).isEqualTo(Attachment.other("reaction"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1", "-25000000001", "2500000000000001; drop"})
    void aMessageWithoutASendersIdIsKept(String psid) throws Exception {
        read(Payload.oneText("Bonjour").replace(AWA, psid));
        assertThat(reasons()).containsExactly("message without a sender");
    }

    @Test
    void whatAnotherAppOrAnotherPageHasInHandIsKept() throws Exception {
        read(Payload.oneText("Bonjour").replace("\"messaging\"", "\"standby\""));
        read(Payload.oneText("Bonjour").replace("\"id\": \"" + PAGE_ID + "\", \"time\"", "\"id\": \"9\", \"time\""));
        read("{\"object\": \"page\", \"entry\": [{\"id\": \"" + PAGE_ID
                + "\", \"changes\": [{\"field\": \"feed\"}, {\"value\": 1}]}]}");
        assertThat(inbox.stored).isEmpty();
        assertThat(reasons())
                .containsExactly("in the hands of another app", "for another page", "feed", "change without a name");
    }

    @Test
    void onlyWhatASubscriberSaidHasToBeRead() throws Exception {
        read(Payload.one("message", "{\"text\": \"x\"}"));
        read(Payload.one("message_edit", "{\"mid\": \"m_1\", \"text\": \"x\"}"));
        read(Payload.one("postback", "{}"));
        read(Payload.oneText("Bonjour").replace("\"id\": \"" + PAGE_ID + "\", \"time\"", "\"id\": \"9\", \"time\""));
        assertThat(inbox.notices).hasSize(4).allMatch(notice -> notice.kind() == Notice.Kind.WORDS);

        inbox.notices.clear();
        read(Payload.one("message", "{\"mid\": \"m_1\", \"is_echo\": true, \"text\": \"x\"}"));
        read(Payload.one("message", "{\"mid\": \"m_1\", \"is_deleted\": true}"));
        read(Payload.one("read", "{\"watermark\": 1767225600100}")
                .replace("\"id\": \"" + PAGE_ID + "\", \"time\"", "\"id\": \"9\", \"time\""));
        assertThat(inbox.notices).hasSize(3).allMatch(notice -> notice.kind() == Notice.Kind.NEWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | no webhook",
                "[] | no webhook",
                "5 | no webhook",
                "null | no webhook",
                "{\"object\": \"page\"} | no webhook",
                "{\"object\": \"page\", \"entry\": []} | nothing in it",
                "{\"object\": \"instagram\", \"entry\": [{}]} | about instagram, not about a page",
                "{\"object\": \"page\", \"entry\": [5]} | for another page",
                "{\"object\": \"page\", \"entry\": [{\"id\": \"100200300\"}]} | entry without events",
                "{\"object\": \"page\", \"entry\": [{\"id\": \"100200300\", \"messaging\": [5]}]} | event without a name"
            })
    void jsonThatIsNothingWeKnowIsKept(String json, String reason) throws Exception {
        read(json);
        assertThat(reasons()).containsExactly(reason);
    }

    @Test
    void whatADatabaseCannotKeepIsLeftOut() throws Exception {
        read(Payload.oneText("a\\u0000b\\ud800c"));
        assertThat(inbox.texts()).containsExactly("ab\ufffdc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"a\":}", "{\"a\":1} {", "nope"})
    void whatIsNoJsonIsUnreadable(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatNamesNoMessageInAReceiptIsKeptAndTheOthersCount() throws Exception {
        String endless = "m".repeat(3_000);
        read(Payload.one("delivery", "{\"mids\": [\"m_7\", \"" + endless + "\", {}, \"\\u0000\"]}"));
        assertThat(inbox.receipts).extracting(Receipt::providerId).containsExactly("m_7");
        assertThat(reasons()).hasSize(3).containsOnly("delivery of what is no message’s id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "null", "{}", "\"\"", "99999999999999999999999999"})
    void whatSomebodyDidAtNoMomentIsTheirsOnceAndNoCopyOfAnotherThing(String moment) throws Exception {
        for (String emoji : List.of("👍", "👎", "👍")) {
            read(Payload.one("reaction", "{\"action\": \"react\", \"emoji\": \"" + emoji + "\"}")
                    .replace("\"timestamp\": " + AT, "\"timestamp\": " + moment));
        }
        assertThat(inbox.stored).hasSize(2);
    }

    @Test
    void aMomentWithoutEndMakesNoIdWithoutEnd() throws Exception {
        read(Payload.one("postback", "{\"payload\": \"q#1\"}")
                .replace("\"timestamp\": " + AT, "\"timestamp\": \"" + "9".repeat(100_000) + "\""));
        assertThat(message().externalId()).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"Bonjour\"", "{\"message\": {\"mid\": \"m_1\", \"text\": \"Bonjour\"}}"})
    void eventsThatAreNoListAreKeptBesideThoseThatAreOne(String messaging) throws Exception {
        read(Payload.page(Payload.text("m_2", "deux"))
                .replace("\"messaging\"", "\"messaging\": " + messaging + ", \"standby\""));
        assertThat(reasons()).containsExactly("messaging that are no list", "in the hands of another app");
    }

    @Test
    void aFieldOfTomorrowBesideWhatIsUnderstoodChangesNothing() throws Exception {
        read(Payload.oneText("Bonjour").replace("\"sender\"", "\"tomorrow\": {\"a\": 1}, \"sender\""));
        read(Payload.one("read", "{\"watermark\": 1767225600100}")
                .replace("\"sender\"", "\"tomorrow\": {\"a\": 1}, \"sender\""));
        assertThat(message().text()).isEqualTo("Bonjour");
        assertThat(inbox.watermarks).hasSize(1);
        assertThat(inbox.notices).isEmpty();
    }

    private String reference(UUID customer) {
        return line.invitation(customer).replaceFirst(".*ref=", "");
    }

    private void read(String json) throws Unreadable {
        List<Received> received = new WebhookReader(line, checks, NOW).read(bytes(json));
        TenantContext.run("baobab", () -> received.forEach(each -> each.into().accept(inbox)));
    }

    private InboundMessage message() {
        assertThat(inbox.stored).hasSize(1);
        return inbox.stored.get(0);
    }

    private Attachment attachment() {
        return message().attachment().orElseThrow();
    }

    private List<String> reasons() {
        return inbox.reasons();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
