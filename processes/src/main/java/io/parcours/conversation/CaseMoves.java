package io.parcours.conversation;

import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A case goes on by another conversation of its customer's: what is said and asked leaves there, and the answer comes from there. */
@Component
class CaseMoves {

    private final ConversationRepository conversations;
    private final Facts facts;
    private final Clock clock;

    CaseMoves(ConversationRepository conversations, Facts facts, Clock clock) {
        this.conversations = conversations;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Who calls holds the customer's lock.
     *
     * @param from by which the case speaks now
     * @return the other one, serving the case
     */
    Conversation move(Conversation from, UUID to) {
        conversations.move(from.caseNumber(), from.id(), to);
        Conversation there = conversations.find(to);
        facts.record(Fact.of(
                clock.instant(),
                "channelChanged",
                from.caseNumber(),
                there.customerId(),
                null,
                Map.of("from", from.channel(), "channel", there.channel())));
        return there;
    }
}
