package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.SUBSCRIBER;
import static io.parcours.connector.sms.SmsTestBed.account;
import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscEvent.Kind;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SmsSendTest {

    private SmscSimulator smsc;
    private SmsTestBed bed;

    @BeforeEach
    void bind() {
        smsc = SmscSimulator.start(
                new SmscAccount("baobab", "secret", "7070"), new SmscAccount("karite", "other", "8080"));
        bed = SmsTestBed.bound(account("baobab", smsc.url("baobab")), account("karite", smsc.url("karite")));
    }

    @AfterEach
    void close() {
        bed.close();
        smsc.close();
    }

    @Test
    void aTextReachesTheHandsetAndTheCentresIdReturns() {
        Delivery delivery = bed.send("baobab", "Votre dossier est PA-2026-000123.");
        SimulatedSms shown = smsc.conversation("baobab", SUBSCRIBER).get(0);
        assertThat(shown.text()).isEqualTo("Votre dossier est PA-2026-000123.");
        assertThat(shown.other()).isEqualTo("7070");
        assertThat(delivery.providerIds()).hasSize(1).allMatch(id -> submissions()
                .contains(id));
    }

    @Test
    void aPreviewCountsTheSegmentsThatWillLeave() {
        for (String text : List.of("Bonjour", "a".repeat(161), "Problème № 5", "№".repeat(140))) {
            Preview preview = bed.channel.preview(to("baobab", text)).orElseThrow();

            assertThat(preview.parts())
                    .isEqualTo(bed.send("baobab", text).providerIds().size());
            assertThat(preview.encoding()).isEqualTo(text.contains("№") ? "UCS-2" : "GSM-7");
            assertThat(preview.texts()).containsExactly(text);
        }
        assertThat(bed.channel.preview(to("somebody-else", "Bonjour"))).isEmpty();
        assertThatThrownBy(() -> bed.channel.preview(to("baobab", "№".repeat(20_000))))
                .isInstanceOf(SendRefused.class);
    }

    private static OutboundMessage to(String tenant, String text) {
        return new OutboundMessage(UUID.randomUUID(), tenant, "demo", SUBSCRIBER, text, List.of());
    }

    @Test
    void aMessageIsTriedNoLongerThanTheAccountSays() {
        bed.send("baobab", "Bonjour");
        assertThat(smsc.events()).noneMatch(event -> event.detail().contains("validity"));
        SmsOptions twoDays = SmsTestBed.QUICK.withValidity(Duration.ofHours(49).plusMinutes(30));
        try (SmsTestBed valid = SmsTestBed.bound(SmsAccount.of("karite", "demo", smsc.url("karite"), "8080", "BJ")
                .with(twoDays))) {
            valid.send("karite", "Bonjour");
        }
        assertThat(smsc.events()).anyMatch(event -> event.detail().contains("validity=000002013000000R"));
        assertThatThrownBy(() -> SmsTestBed.QUICK.withValidity(Duration.ofDays(31)))
                .hasMessageContaining("30 days");
    }

    @Test
    void optionsBecomeNumberedLines() {
        bed.send("baobab", "Quel est le motif ? ", "Facture", "Réseau", "Recharge");
        assertThat(smsc.conversation(SUBSCRIBER).get(0).text())
                .isEqualTo("Quel est le motif ?\n1. Facture\n2. Réseau\n3. Recharge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é à € [ ] { } \\ ~ ^ | @ _ ñ Ω", "Forêt, cœur, garçon", "مرحبا", "😀 merci", "a\nb"})
    void aTextIsShownAsItWasSent(String text) {
        bed.send("baobab", text);
        assertThat(smsc.conversation(SUBSCRIBER).get(0).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Réclamation €[] ", "شكوى 😀 "})
    void aLongTextLeavesInSegmentsEachWithItsId(String words) {
        String text = words.repeat(35).strip();
        Delivery delivery = bed.send("baobab", text);
        assertThat(delivery.providerIds())
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates()
                .isEqualTo(submissions());
        SimulatedSms shown = smsc.conversation(SUBSCRIBER).get(0);
        assertThat(shown.text()).isEqualTo(text);
        assertThat(shown.parts()).isEqualTo(delivery.providerIds().size());
    }

    @Test
    void aCentreThatThrottlesIsLeftAloneForAWhileAndTakesTheNextOneAfterwards() {
        smsc.faults().throttleNext(1);
        assertThatThrownBy(() -> bed.send("baobab", "Bonjour"))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageContaining("0x00000058");
        int exchanged = smsc.events().size();
        assertThatThrownBy(() -> bed.send("baobab", "Bonjour"))
                .isInstanceOfSatisfying(
                        ChannelUnavailable.class,
                        held -> assertThat(held.pause().orElseThrow()).isPositive());
        assertThat(smsc.events()).as("on the wire meanwhile").hasSize(exchanged);
        assertThat(bed.channel.silence("baobab", "demo")).isPositive();
        assertThat(bed.channel.freePlaces("baobab", "demo")).isZero();
        SmsTestBed.soon().ignoreException(ChannelUnavailable.class).untilAsserted(() -> assertThat(
                        bed.send("baobab", "Bonjour").providerIds())
                .hasSize(1));
    }

    @Test
    void aFullQueueReachesTheCallerAsUnavailable() {
        smsc.faults().queueFullForNext(1);
        assertThatThrownBy(() -> bed.send("baobab", "Bonjour")).isInstanceOf(ChannelUnavailable.class);
    }

    @Test
    void aRefusalReachesTheCallerWithTheCentresCode() {
        smsc.faults().answerNext(1, 0x0B);
        assertThatThrownBy(() -> bed.send("baobab", "Bonjour"))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.code()).isEqualTo("0x0000000B"));
    }

    @Test
    void aSegmentRefusedHalfWayIsARefusalOfTheWhole() {
        smsc.faults().answerNext(1, 0);
        smsc.faults().answerNext(1, 0x45);
        assertThatThrownBy(() -> bed.send("baobab", "a".repeat(400)))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.code()).isEqualTo("0x00000045"));
        assertThat(smsc.conversation(SUBSCRIBER)).isEmpty();
    }

    @Test
    void aTextThatIsThrottledHalfWayGoesOnWhereItWas() {
        SmsOptions patient = SmsTestBed.QUICK.withTimeouts(Duration.ofSeconds(8), Duration.ofSeconds(1));
        try (SmsTestBed other = SmsTestBed.bound(SmsAccount.of("karite", "demo", smsc.url("karite"), "8080", "BJ")
                .with(patient))) {
            smsc.faults().answerNext(1, 0);
            smsc.faults().throttleNext(1);

            assertThat(other.send("karite", "a".repeat(400)).providerIds()).hasSize(3);
        }
        assertThat(smsc.conversation(SUBSCRIBER)).extracting(SimulatedSms::text).containsExactly("a".repeat(400));
        assertThat(submissions()).as("three parts, one of them twice").hasSize(4);
    }

    @Test
    void noMoreLeavesASecondThanTheContractAllows() {
        SmsOptions tenASecond = SmsTestBed.QUICK.withRate(10);
        try (SmsTestBed slow = SmsTestBed.bound(SmsAccount.of("karite", "demo", smsc.url("karite"), "8080", "BJ")
                .with(tenASecond))) {
            long before = System.nanoTime();
            IntStream.range(0, 6).forEach(number -> slow.send("karite", "Bonjour " + number));

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(490));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7070, 7070, 3, 0",
        "+22921300000, 22921300000, 1, 1",
        "Sahel, Sahel, 5, 0",
        "22921300000, 22921300000, 0, 1"
    })
    void aSenderIsOfTheTypeThatItsShapeTells(String sender, String digits, byte ton, byte npi) {
        SmppAddress address = SmppAddress.ofSender(SmsAccount.of("karite", "demo", smsc.url("karite"), sender, "BJ"));

        assertThat(address).isEqualTo(new SmppAddress(digits, ton, npi));
    }

    @Test
    void aTextOfWhichTheRestDoesNotLeaveInTimeIsUnknownAndNotBegunAnew() {
        smsc.faults().answerNext(1, 0);
        smsc.faults().throttleNext(50);

        assertThatThrownBy(() -> bed.send("baobab", "a".repeat(400))).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anAnswerThatNeverComesLeavesTheOutcomeUnknownInBoundedTime() {
        smsc.faults().answerAfter(Duration.ofSeconds(3));
        long before = System.nanoTime();
        Throwable unknown = catchThrowable(() -> bed.send("baobab", "Bonjour"));
        assertThat(unknown)
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOfAny(ChannelUnavailable.class, SendRefused.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2_900));
    }

    @Test
    void withoutABindTheCallerHearsAtOnceThatNothingLeft() {
        smsc.faults().refuseBinds();
        smsc.dropBinds();
        soon().until(() -> !bed.state().bound());
        long before = System.nanoTime();
        assertThatThrownBy(() -> bed.send("baobab", "Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void anAddressThatNoCentreCouldTakeIsRefused() {
        OutboundMessage nowhere =
                new OutboundMessage(UUID.randomUUID(), "baobab", "demo", "+" + "9".repeat(30), "Bonjour", List.of());
        assertThatThrownBy(() -> bed.channel.send(nowhere)).isInstanceOf(SendRefused.class);
    }

    @Test
    void aTextThatNoCentreCouldTakeIsRefused() {
        assertThatThrownBy(() -> bed.send("baobab", "a".repeat(40_000))).isInstanceOf(SendRefused.class);
    }

    @Test
    void eachTenantSendsByItsOwnAccountOnly() {
        bed.send("baobab", "de baobab");
        bed.send("karite", "de karité");
        assertThat(smsc.conversation("baobab", SUBSCRIBER))
                .extracting(SimulatedSms::text)
                .containsExactly("de baobab");
        assertThat(smsc.conversation("karite", SUBSCRIBER))
                .extracting(SimulatedSms::text)
                .containsExactly("de karité");
        assertThat(bed.channel.account("karite")).contains("demo");
        assertThat(bed.channel.account("acajou")).isEmpty();
        assertThatThrownBy(() -> bed.send("acajou", "de nulle part")).isInstanceOf(ChannelUnavailable.class);
    }

    @Test
    void sendsWaitForTheirAnswersSideBySide() {
        smsc.faults().answerAfter(Duration.ofMillis(200));
        ExecutorService senders = Executors.newFixedThreadPool(20);
        long before = System.nanoTime();
        List<CompletableFuture<Delivery>> sends = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> bed.send("baobab", "texte " + i), senders))
                .toList();
        sends.forEach(CompletableFuture::join);
        senders.shutdown();
        assertThat(smsc.conversation(SUBSCRIBER)).hasSize(20);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("two windows of ten")
                .isBetween(Duration.ofMillis(400), Duration.ofMillis(3_500));
    }

    private List<String> submissions() {
        return smsc.events().stream()
                .filter(event -> event.kind() == Kind.SUBMIT_SM)
                .map(event -> event.messageId())
                .toList();
    }
}
