package io.parcours.conversation;

import io.parcours.engine.Journeys;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells cases that whoever was spoken with has left, and finds those who left while no node was there to see it. */
@Component
class Departures {

    private final ConversationRepository conversations;
    private final Journeys journeys;

    Departures(ConversationRepository conversations, Journeys journeys) {
        this.conversations = conversations;
        this.journeys = journeys;
    }

    /** @return whether the case's model was waiting for it */
    @Transactional
    boolean accept(Departure departure) {
        return conversations
                .at(departure.channel(), departure.account(), departure.address())
                .map(conversations::lock)
                .map(this::left)
                .orElse(false);
    }

    private boolean left(Conversation conversation) {
        conversations.left(conversation.id());
        return conversation.caseNumber() != null
                && journeys.signal(conversation.journey() + ".callEnded", conversation.caseNumber());
    }

    /** @param since who said nothing after that is not looked for any more */
    @Transactional(readOnly = true)
    List<Departure> unseen(Interruption interruption, Instant since) {
        String channel = interruption.channel();
        String account = interruption.account();
        return conversations.notSeenLeaving(channel, account, since).stream()
                .filter(address -> !interruption.present().contains(address))
                .map(address -> new Departure(interruption.tenant(), channel, account, address))
                .toList();
    }
}
