package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Motive;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer with two open cases on one conversation, whose program says which message of ours an answer is for. */
@JourneyTest
class AnsweredByNameTest {

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    Conversations conversations;

    @Autowired
    Clock clock;

    private Story story;
    private String first;
    private String second;

    @BeforeEach
    void twoOpenCases() {
        story = scene.complains(Motive.BILLING);
        first = story.caseNumber();
        story.registered(Motive.NETWORK, "Pas de réseau", null);
        second = story.caseNumber();
    }

    @Test
    void anAnswerGoesToTheCaseThatItNames() {
        solved("complaint-billing");
        OutboundMessage question = story.lastMessage();
        solved("complaint-technical");

        answers("Oui", question);

        assertThat(ended(first)).isTrue();
        assertThat(ended(second)).isFalse();
    }

    @Test
    void withoutANameItGoesToWhoAskedLast() {
        solved("complaint-billing");
        solved("complaint-technical");

        story.answers("Oui");

        assertThat(ended(first)).isFalse();
        assertThat(ended(second)).isTrue();
    }

    @Test
    void whatIsMeantForACaseThatAsksNothingAnswersNoOther() {
        OutboundMessage registered = story.lastMessage();
        answers("Oui, toujours en panne", registered);

        story.completesIn("complaint-billing", "outcome", "ASK", "precision", "Quel mois ?");

        story.hasNoWorkIn("complaint-billing");
        assertThat(unread(first)).isEmpty();
        assertThat(unread(second)).extracting(Message::text).containsExactly("Oui, toujours en panne");
    }

    @Test
    void whatIsMeantForOneCaseStaysItsOwnWhenTheOtherOneEnds() {
        OutboundMessage registered = story.lastMessage();
        solved("complaint-billing");
        answers("Oui, toujours en panne", registered);
        story.answers("Oui");

        assertThat(unread(second)).extracting(Message::text).contains("Oui, toujours en panne");
        story.hasNoWorkIn("unrouted");
    }

    @Test
    void aClosedCaseIsAnsweredNoMore() {
        solved("complaint-billing");
        OutboundMessage question = story.lastMessage();
        answers("Oui", question);
        assertThat(ended(first)).isTrue();

        answers("Merci", question);

        assertThat(unread(second)).extracting(Message::text).containsExactly("Merci");
    }

    @Test
    void nobodyAnswersSomebodyElsesMessage() {
        OutboundMessage registered = story.lastMessage();
        Story other = scene.complains(Motive.BILLING);
        other.receives(message(other, "Oui", List.of("id-" + registered.id())));

        assertThat(unread(second)).isEmpty();
        assertThat(other.inTenant(() -> conversations.unread(other.caseNumber())))
                .extracting(Message::text)
                .containsExactly("Oui");
    }

    private void solved(String queue) {
        story.completesIn(queue, "outcome", "SOLVED", "resolution", "Réglé.");
    }

    /** The first id is that of a mail that we did not write. */
    private void answers(String text, OutboundMessage ours) {
        story.receives(message(story, text, List.of("<somebody@example.com>", "id-" + ours.id())));
    }

    private InboundMessage message(Story from, String text, List<String> answered) {
        return new InboundMessage(
                        Scenario.TENANT,
                        "sms",
                        "demo",
                        "named-" + UUID.randomUUID(),
                        from.msisdn(),
                        text,
                        clock.instant(),
                        Optional.empty())
                .answering(answered);
    }

    private boolean ended(String caseNumber) {
        return story.timeline().stream()
                .anyMatch(entry -> entry.kind().equals("journeyEnded") && caseNumber.equals(entry.caseNumber()));
    }

    private List<Message> unread(String caseNumber) {
        return story.inTenant(() -> conversations.unread(caseNumber));
    }
}
