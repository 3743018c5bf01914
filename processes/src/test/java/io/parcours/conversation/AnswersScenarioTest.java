package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A telephone number, a day and an amount are asked for once in a model, and given in writing or by keys. */
@JourneyTest
class AnswersScenarioTest {

    private static final String TENANT = Scenario.WITH_MODELS;

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    RecordingChannel voice;

    @Autowired
    OpenedCases opened;

    @Autowired
    Clock clock;

    @BeforeEach
    void aModelThatAsksForEachKind() {
        scene.models("porting.bpmn");
    }

    @Test
    void inWritingEachIsReadAsPeopleWriteIt() {
        Story story = wishes("sms");
        story.isAsked("porting.number").answers("01 97 00 00 41").isTold("porting.noted");
        story.isAsked("porting.day").answers("demain").isTold("porting.noted");
        story.isAsked("porting.budget").answers("12 500 F").isTold("porting.noted");
        story.endsAt("portingAsked");

        assertThat(noted(sms, story))
                .containsExactly("+2290197000041", today().plusDays(1).toString(), "12500");
    }

    @Test
    void whatIsNoneIsAskedForAgain() {
        Story story = wishes("sms");
        story.isAsked("porting.number").answers("le mien").isAsked("porting.number");
        story.answers("0197000042").isTold("porting.noted");
        story.isAsked("porting.day").answers("31/02/2027").isAsked("porting.day");
        story.answers("28/02/2027").isTold("porting.noted");
        story.isAsked("porting.budget").answers("pas cher").isAsked("porting.budget");
        story.answers("5000").isTold("porting.noted").endsAt("portingAsked");

        assertThat(noted(sms, story)).containsExactly("+2290197000042", "2027-02-28", "5000");
    }

    @Test
    void byTelephoneEachIsKeyed() {
        Story caller = wishes("voice");
        ByTelephone telephone = new ByTelephone(TENANT, voice, clock);
        telephone.keys(caller, "language#fr", "le français");
        assertThat(telephone.last(caller).expects()).isEqualTo(Expectation.MSISDN);

        telephone.keys(caller, null, "0197000043");
        assertThat(telephone.last(caller).expects()).isEqualTo(Expectation.DATE);

        LocalDate day = today().plusDays(40);
        telephone.keys(caller, null, day.format(DateTimeFormatter.ofPattern("ddMMyyyy")));
        assertThat(telephone.last(caller).expects()).isEqualTo(Expectation.AMOUNT);

        telephone.keys(caller, null, "7500*50").endsAt("portingAsked");
        assertThat(noted(voice, caller)).containsExactly("+2290197000043", day.toString(), "7500.50");
    }

    @Test
    void keysThatAreNoneAreAskedForAgain() {
        Story caller = wishes("voice");
        ByTelephone telephone = new ByTelephone(TENANT, voice, clock);
        telephone.keys(caller, "language#fr", "le français");
        telephone.keys(caller, null, "12");
        assertThat(telephone.told(caller)).endsWith("porting.number", "porting.number");

        telephone.keys(caller, null, "0197000044");
        telephone.keys(caller, null, "31022027");
        assertThat(telephone.told(caller)).endsWith("porting.noted", "porting.day", "porting.day");
        assertThat(noted(voice, caller)).containsExactly("+2290197000044");
    }

    /** What was repeated to them, oldest first. */
    private static List<String> noted(RecordingChannel channel, Story story) {
        return channel.sentTo(story.msisdn()).stream()
                .filter(message -> message.code().equals("porting.noted"))
                .map(message -> message.text().replaceFirst(".*noté, (.*)\\.", "$1"))
                .toList();
    }

    private Story wishes(String channel) {
        return opened.open("porting", scene.strangerOf(TENANT), channel).runsJobs();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Africa/Porto-Novo"));
    }
}
