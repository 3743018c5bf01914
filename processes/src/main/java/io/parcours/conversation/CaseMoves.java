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
     * Looks once more, under the customer's lock: a case that is over, or has gone elsewhere meanwhile, is not moved.
     *
     * @param from by which the case spoke when it was looked at
     * @return the other one, seen from the case
     */
    Conversation move(Conversation from, UUID to) {
        conversations.lock(to);
        return conversations
                .ofOpenCase(from.caseNumber())
                .filter(now -> now.id().equals(from.id()))
                .map(now -> moved(now, to))
                .orElseGet(() -> conversations.find(to).serving(from.caseNumber(), from.journey()));
    }

    private Conversation moved(Conversation from, UUID to) {
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
