package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.engine.TestJobs;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts that come in parts: in any order, more than once, and not all of them. */
@JourneyTest
class LongTextTest {

    @Autowired
    Scenario scene;

    @Autowired
    Inbox inbox;

    @Autowired
    MissingParts missingParts;

    @Autowired
    Conversations conversations;

    @Autowired
    TestJobs jobs;

    @Autowired
    Clock clock;

    @Test
    void aLongTextIsOneMessageInWhateverOrderItsPartsCome() {
        Story story = scene.somebody();
        part(story, "la fin.", 2, "first");
        part(story, "la fin.", 2, "first");
        part(story, "Le début, ", 1, "first");
        part(story, "la fin.", 2, "first");

        assertThat(story.runsJobs().complaint().description()).isEqualTo("Le début, la fin.");
        assertThat(story.caseNumbers()).hasSize(1);
    }

    @Test
    void aLongTextOfWhichAPartNeverComesIsReadAllTheSame() {
        Story story = scene.somebody();
        part(story, "Ma facture ", 1, "torn");
        jobs.pass(Duration.ofMinutes(4));
        missingParts.giveUp();
        assertThat(story.caseNumbers()).isEmpty();

        jobs.pass(Duration.ofMinutes(2));
        missingParts.giveUp();
        missingParts.giveUp();

        assertThat(heard(story)).containsExactly("Ma facture […]");
        assertThat(story.runsJobs().complaint().description()).isEqualTo("Ma facture […]");
        part(story, "est fausse.", 2, "torn");
        jobs.pass(Duration.ofMinutes(6));
        missingParts.giveUp();
        assertThat(heard(story)).containsExactly("Ma facture […]", "[…]est fausse.");
    }

    @Test
    void aLongTextThatAnotherOneFollowsUnderItsReferenceIsNotLost() {
        Story story = scene.somebody();
        part(story, "Un, ", 1, "first");

        part(story, "Trois, ", 1, "second");
        part(story, "quatre.", 2, "second");

        assertThat(heard(story)).containsExactly("Un, […]", "Trois, quatre.");
    }

    @Test
    void aPartThatComesAgainUnderAnotherIdIsNoOtherText() {
        Story story = scene.somebody();
        part(story, "Un, ", 1, "first");

        part(story, "Un, ", 1, "again");
        part(story, "deux.", 2, "again");

        assertThat(heard(story)).containsExactly("Un, deux.");
    }

    @Test
    void aTelephoneMayUseTheReferenceOfALongTextAgain() {
        Story story = scene.somebody();
        part(story, "Un, ", 1, "first");
        part(story, "deux.", 2, "first");
        story.runsJobs();
        part(story, "quatre.", 2, "second");
        part(story, "Trois, ", 1, "second");

        assertThat(heard(story)).containsExactly("Un, deux.", "Trois, quatre.");
    }

    private List<String> heard(Story story) {
        return story.inTenant(() -> conversations.messages(story.customerId(), 10)).stream()
                .filter(Message::inbound)
                .map(Message::text)
                .toList();
    }

    private void part(Story story, String text, int number, String telling) {
        TenantContext.run(
                "demo",
                () -> inbox.receive(new InboundMessage(
                        "demo",
                        "sms",
                        "demo",
                        telling + story.msisdn() + number,
                        story.msisdn(),
                        text,
                        clock.instant(),
                        Optional.of(new InboundMessage.Part("ref7", number, 2)))));
    }
}
