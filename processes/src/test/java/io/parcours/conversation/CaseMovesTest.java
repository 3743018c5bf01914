package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class CaseMovesTest extends TwoChannels {

    @Autowired
    CaseMoves moves;

    @Autowired
    ConversationRepository repository;

    @Autowired
    OwnTransaction own;

    @Test
    void aCaseThatWentElsewhereMeanwhileStaysThere() {
        Story story = waitingForTheOutcome();
        Conversation lookedAt = spokenBy(story);
        story.writes("Bonjour");
        Conversation bySms = spokenBy(story);
        assertThat(bySms.channel()).isEqualTo("sms");

        story.inTenant(() -> own.call(() -> moves.move(lookedAt, lookedAt.id())));

        assertThat(spokenBy(story).id()).isEqualTo(bySms.id());
    }

    private Conversation spokenBy(Story story) {
        return story.inTenant(
                () -> own.call(() -> repository.ofCase(story.caseNumber()).orElseThrow()));
    }
}
