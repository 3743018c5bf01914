package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.SUBSCRIBER;
import static io.parcours.connector.sms.SmsTestBed.account;
import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.OutboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SmsBindTest {

    private static final SmscAccount BAOBAB = new SmscAccount("baobab", "secret", "7070");

    @Test
    void theContextStartsAtOnceWhileTheCentreIsDownAndBindsWhenItIsUp() {
        SmscSimulator down = SmscSimulator.start(BAOBAB);
        String url = down.url("baobab");
        int port = down.port();
        down.close();
        Instant before = Instant.now();
        try (SmsTestBed bed = SmsTestBed.started(account("baobab", url))) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            soon().until(() -> bed.why().contains("refused"));
            assertThatThrownBy(() -> bed.send("baobab", "Bonjour")).isInstanceOf(ChannelUnavailable.class);
            try (SmscSimulator up = SmscSimulator.start(port, List.of(BAOBAB))) {
                bed.awaitBound();
                assertThat(bed.state().problem()).isEmpty();
                assertThat(bed.send("baobab", "Bonjour").providerIds()).hasSize(1);
            }
        }
    }

    @Test
    void whatIsToLeaveInTheMomentOfTheStartWaitsForTheFirstBind() {
        try (SmscSimulator smsc = SmscSimulator.start(BAOBAB);
                SmsTestBed bed = SmsTestBed.started(account("baobab", smsc.url("baobab")))) {
            assertThat(bed.send("baobab", "Bonjour").providerIds()).hasSize(1);
        }
    }

    @Test
    void aLostBindIsRegainedInBothDirections() {
        try (SmscSimulator smsc = SmscSimulator.start(BAOBAB);
                SmsTestBed bed = SmsTestBed.bound(account("baobab", smsc.url("baobab")))) {
            for (int round = 1; round <= 3; round++) {
                smsc.dropBinds();
                smsc.write("baobab", SUBSCRIBER, "tour " + round);
                int expected = round;
                soon().until(() -> bed.inbox.stored.size() == expected);
                bed.awaitBound();
                assertThat(bed.send("baobab", "Reçu").providerIds()).hasSize(1);
            }
            assertThat(bed.inbox.texts()).containsExactly("tour 1", "tour 2", "tour 3");
        }
    }

    @Test
    void twoBindsLostInTurnNeverKeepTheOtherFromItsWork() {
        try (SmscSimulator one = SmscSimulator.start(BAOBAB);
                SmscSimulator other = SmscSimulator.start(new SmscAccount("karite", "other", "8080"));
                SmsTestBed bed = SmsTestBed.bound(
                        account("baobab", one.url("baobab")), account("karite", other.url("karite")))) {
            one.faults().refuseBinds();
            one.dropBinds();
            soon().until(() -> !bed.lines.all().get(0).bound());
            assertThat(bed.send("karite", "Bonjour").providerIds()).hasSize(1);
            other.write("karite", SUBSCRIBER, "pendant la première panne");
            soon().until(() -> bed.inbox.texts().contains("pendant la première panne"));

            one.faults().acceptBinds();
            bed.awaitBound();
            other.faults().refuseBinds();
            other.dropBinds();
            soon().until(() -> !bed.lines.all().get(1).bound());
            assertThat(bed.send("baobab", "Bonjour").providerIds()).hasSize(1);
            one.write("baobab", SUBSCRIBER, "pendant la seconde panne");
            soon().until(() -> bed.inbox.texts().contains("pendant la seconde panne"));

            other.faults().acceptBinds();
            bed.awaitBound();
            assertThat(bed.inbox.texts()).hasSize(2);
        }
    }

    @Test
    void twoAccountsOfOneOperatorSendAndTakeEachByItself() {
        try (SmscSimulator centre = SmscSimulator.start(
                        new SmscAccount("first", "secret", "7070"), new SmscAccount("second", "secret", "8080"));
                SmsTestBed bed = SmsTestBed.bound(ofDemo("first", centre, "7070"), ofDemo("second", centre, "8080"))) {
            centre.write("second", SUBSCRIBER, "Bonjour");
            soon().until(() -> bed.inbox.stored.size() == 1);
            assertThat(bed.inbox.stored.get(0).account()).isEqualTo("second");

            bed.channel.send(
                    new OutboundMessage(UUID.randomUUID(), "demo", "second", SUBSCRIBER, "Bonjour aussi", List.of()));

            assertThat(centre.conversation("second", SUBSCRIBER))
                    .extracting(SimulatedSms::text)
                    .containsExactly("Bonjour", "Bonjour aussi");
            assertThat(centre.conversation("first", SUBSCRIBER)).isEmpty();
        }
    }

    @Test
    void aWrongPasswordShowsInTheStateAndHarmsNobodyElse() {
        try (SmscSimulator smsc = SmscSimulator.start(BAOBAB, new SmscAccount("karite", "other", "8080"));
                SmsTestBed bed = SmsTestBed.started(
                        account("baobab", smsc.url("baobab").replace("secret", "wrong")),
                        account("karite", smsc.url("karite")))) {
            soon().until(() -> bed.lines.all().get(1).bound());
            soon().until(() -> bed.why().contains("Invalid Password"));
            assertThat(bed.state().bound()).isFalse();
            assertThatThrownBy(() -> bed.send("baobab", "Bonjour")).isInstanceOf(ChannelUnavailable.class);
            assertThat(bed.send("karite", "Bonjour").providerIds()).hasSize(1);
        }
    }

    @Test
    void aCentreThatRefusesForAWhileIsBoundToInTheEnd() {
        try (SmscSimulator smsc = SmscSimulator.start(BAOBAB)) {
            smsc.faults().refuseBinds();
            try (SmsTestBed bed = SmsTestBed.started(account("baobab", smsc.url("baobab")))) {
                soon().until(() -> bed.why().contains("Bind Failed"));
                smsc.faults().acceptBinds();
                bed.awaitBound();
            }
        }
    }

    @Test
    void aCentreThatFallsSilentIsLeftAndBoundToAgain() throws Exception {
        try (RawSmsc smsc = new RawSmsc();
                SmsTestBed bed = SmsTestBed.bound(account("baobab", smsc.url()).with(SmsTestBed.LISTENING_CLOSELY))) {
            smsc.deaf(true);
            soon().until(() -> !bed.state().bound());
            smsc.deaf(false);
            bed.awaitBound();
            assertThat(smsc.binds()).isGreaterThan(1);
        }
    }

    @Test
    void aTextWrittenBeforeTheBindWaitsForIt() {
        try (SmscSimulator smsc = SmscSimulator.start(BAOBAB)) {
            smsc.write("baobab", SUBSCRIBER, "Allô ?");
            try (SmsTestBed bed = SmsTestBed.started(account("baobab", smsc.url("baobab")))) {
                soon().until(() -> bed.inbox.texts().equals(List.of("Allô ?")));
            }
        }
    }

    @Test
    void stoppingFinishesWhatWasAcceptedAndUnbinds() {
        try (SmscSimulator smsc = SmscSimulator.start(BAOBAB);
                SmsTestBed bed = SmsTestBed.bound(account("baobab", smsc.url("baobab")))) {
            bed.inbox.gate = new CountDownLatch(1);
            smsc.faults().answerAfter(Duration.ofMillis(300));
            smsc.write("baobab", SUBSCRIBER, "en cours");
            soon().until(() -> bed.inbox.calls.get() == 1);
            var sending = CompletableFuture.supplyAsync(() -> bed.send("baobab", "en route"));
            soon().until(() -> smsc.conversation(SUBSCRIBER).size() == 2);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(bed::close);
            bed.inbox.gate.countDown();
            stopping.join();
            assertThat(sending.join().providerIds()).hasSize(1);
            assertThat(bed.inbox.texts()).containsExactly("en cours");
            soon().until(() ->
                    smsc.events().stream().anyMatch(event -> event.detail().equals("unbound")));
            assertThat(smsc.bound("baobab")).isFalse();
            assertThatThrownBy(() -> bed.send("baobab", "trop tard")).isInstanceOf(ChannelUnavailable.class);
        }
    }

    private static SmsAccount ofDemo(String name, SmscSimulator centre, String sender) {
        return SmsAccount.of("demo", name, centre.url(name), sender, "BJ").with(SmsTestBed.QUICK);
    }
}
