package io.parcours.connector.mail;

import static io.parcours.connector.mail.MailTestBed.BAOBAB;
import static io.parcours.connector.mail.MailTestBed.SERVICE;
import static io.parcours.connector.mail.MailTestBed.SUBSCRIBER;
import static io.parcours.connector.mail.MailTestBed.account;
import static io.parcours.connector.mail.MailTestBed.quick;
import static io.parcours.connector.mail.MailTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.MailSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mailbox itself: lost, silent, tidied, refused; and each mail that is stored once, however often it is read. */
@Timeout(60)
class MailboxTest {

    private final MailSimulator world = MailSimulator.start(BAOBAB);
    private final MailTestBed bed = MailTestBed.at(world);

    @AfterEach
    void stop() {
        bed.close();
        world.close();
    }

    @Test
    void whatCameWhileThePlatformWasAwayIsReadInItsOrder() {
        bed.close();
        world.write(SUBSCRIBER, SERVICE, "un", "1");
        world.write(SUBSCRIBER, SERVICE, "deux", "2");
        try (MailTestBed again = MailTestBed.at(world)) {
            soon().until(() -> again.inbox.texts().equals(List.of("un\n1", "deux\n2")));
        }
    }

    @Test
    void aMailboxThatIsLostIsOpenedAgain() {
        for (int round = 1; round <= 3; round++) {
            world.dropMailboxes();
            world.write(SUBSCRIBER, SERVICE, "tour", String.valueOf(round));
            int expected = round;
            soon().until(() -> bed.inbox.stored.size() == expected);
        }
        soon().until(() -> world.seen().size() == 3);
        assertThat(bed.inbox.texts()).containsExactly("tour\n1", "tour\n2", "tour\n3");
    }

    @Test
    void whileTheMailboxIsAwayMailStillLeaves() {
        bed.awaitReading();
        world.faults().mailboxDown();
        world.dropMailboxes();
        soon().until(() -> bed.gauge("parcours.email.reading") == 0);
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
        assertThat(bed.state().works()).isTrue();
        world.faults().up();
        soon().until(() -> bed.gauge("parcours.email.reading") == 1);
    }

    @Test
    void aMailboxThatTellsNothingIsLookedInto() {
        world.faults().withoutIdle(true);
        world.dropMailboxes();
        bed.close();
        try (MailTestBed polling = MailTestBed.at(world)) {
            polling.awaitReading();
            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> polling.inbox.stored.size() == 1);
        }
        assertThat(world.events())
                .noneMatch(
                        event -> event.what().equals("idle") && event.account().equals("x"));
    }

    @Test
    void aConnectionThatIsSilentForLongIsMadeAnewWithoutAnOutage() {
        bed.close();
        try (MailTestBed restless = new MailTestBed(account(world, quick(Duration.ofMillis(100))))) {
            restless.awaitReading();
            long before = selects();
            soon().until(() -> selects() > before + 3);
            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> restless.inbox.stored.size() == 1);
        }
    }

    @Test
    void aMailThatCouldNotBeStoredStaysUnseenAndIsTakenOnceMore() {
        bed.awaitReading();
        bed.inbox.failures.set(1);
        String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> bed.inbox.stored.size() == 1);
        soon().until(() -> world.seen().contains(id));
        assertThat(bed.inbox.calls).hasValue(2);
    }

    @Test
    void aMailIsNotMarkedBeforeItIsStored() {
        bed.awaitReading();
        bed.inbox.gate = new CountDownLatch(1);
        String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> bed.inbox.calls.get() == 1);
        assertThat(world.seen()).isEmpty();
        bed.inbox.gate.countDown();
        soon().until(() -> world.seen().contains(id));
    }

    @Test
    void aMarkThatIsLostMakesACopyThatChangesNothing() {
        bed.awaitReading();
        world.faults().loseFlags(1);
        String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> world.seen().contains(id));
        assertThat(bed.inbox.calls).hasValue(2);
        assertThat(bed.inbox.stored).hasSize(1);
    }

    @Test
    void aMailThatIsReadAgainAndAgainIsOneMailOfItsSender() {
        bed.close();
        try (MailTestBed strict = new MailTestBed(account(world, quick(Duration.ofMinutes(5), 2)))) {
            strict.awaitReading();
            world.faults().loseFlags(3);
            String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> world.seen().contains(id));
            assertThat(strict.inbox.calls).hasValue(4);

            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Toujours rien.");

            soon().until(() -> strict.inbox.stored.size() == 2);
            assertThat(strict.inbox.notices).isEmpty();
        }
    }

    @Test
    void whoeverKeepsTheMailboxMayDeleteWhatWasSeen() {
        bed.close();
        try (MailTestBed kept = new MailTestBed(account(world, quick(Duration.ofSeconds(2))))) {
            String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> world.seen().contains(id));

            world.tidy();
            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Toujours rien.");

            soon().until(() -> kept.inbox.stored.size() == 2);
            soon().until(() -> world.seen().size() == 1);
            assertThat(world.seen()).doesNotContain(id);
        }
    }

    @Test
    void oneMailThatCannotBeStoredKeepsNobodyElseWaiting() {
        bed.close();
        world.write(SUBSCRIBER, SERVICE, "un", "1");
        world.write(SUBSCRIBER, SERVICE, "deux", "2");
        world.write("koffi@client.example", SERVICE, "trois", "3");
        try (MailTestBed again = new MailTestBed(account(world))) {
            again.inbox.failures.set(1);
            soon().until(() -> again.inbox.stored.size() == 3);
            assertThat(again.inbox.texts().indexOf("un\n1"))
                    .isLessThan(again.inbox.texts().indexOf("deux\n2"));
        }
    }

    @Test
    void oneSenderWhoseMailsCannotBeStoredKeepsNobodyElseWaitingHoweverManyTheyWrote() {
        bed.close();
        for (int mail = 0; mail < 8; mail++) {
            world.write(SUBSCRIBER, SERVICE, "encore", String.valueOf(mail));
        }
        world.write("koffi@client.example", SERVICE, "moi", "aussi");
        try (MailTestBed again = new MailTestBed(account(world))) {
            again.inbox.refused = SUBSCRIBER;
            soon().until(() -> again.inbox.texts().equals(List.of("moi\naussi")));
            again.inbox.refused = "";
            soon().until(() -> again.inbox.stored.size() == 9);
        }
    }

    @Test
    void theRefusedLoginOfAMailboxHealsByItself() {
        bed.awaitReading();
        world.faults().refuseLogins();
        world.dropMailboxes();
        soon().until(() -> bed.gauge("parcours.email.reading") == 0);
        soon().until(() -> bed.channel.states().get(0).trouble() != null);
        assertThat(bed.channel.states().get(0).works()).as("it may still send").isTrue();
        assertThat(bed.channel.states().get(0).trouble().toString()).startsWith("Mail is not read: ");
        world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        world.faults().acceptLogins();
        soon().until(() -> bed.inbox.stored.size() == 1);
        assertThat(Optional.of(bed.inbox.stored.get(0).from())).contains(SUBSCRIBER);
        assertThat(bed.channel.states().get(0).trouble()).isNull();
    }

    private long selects() {
        return world.events().stream()
                .filter(event -> event.what().equals("select"))
                .count();
    }
}
