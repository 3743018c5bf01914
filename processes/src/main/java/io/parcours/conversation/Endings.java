package io.parcours.conversation;

import io.parcours.engine.JourneyObserver;
import io.parcours.engine.Variables;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a journey ends, its conversation is free for the next one. What the subscriber wrote and nobody has read goes before
 * an agent: it is never lost.
 */
@Component
class Endings implements JourneyObserver {

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ObjectProvider<Cases> cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    Endings(
            ConversationRepository conversations,
            MessageRepository messages,
            ObjectProvider<Cases> cases,
            JdbcClient jdbc,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void ended(String caseNumber) {
        Optional<UUID> served = conversations.ofCase(caseNumber).map(Conversation::id);
        served.map(conversations::lock)
                .filter(conversation -> caseNumber.equals(conversation.caseNumber()))
                .ifPresent(this::free);
        messages.meantForNobody(caseNumber);
        jdbc.sql("update journey_case set closed_at = ? where tenant_id = parcours_tenant() and case_number = ?")
                .params(Timestamp.from(clock.instant()), caseNumber)
                .update();
    }

    /** Another case that is open on it has it back; only where there is none, what is unread has nobody left to read it. */
    private void free(Conversation conversation) {
        Optional<String> other = conversations.otherOpenCase(conversation.id(), conversation.caseNumber());
        conversations.serve(conversation.id(), other.orElse(null));
        if (other.isPresent()) {
            return;
        }
        if (messages.anyUnread(conversation)) {
            String caseNumber =
                    cases.getObject().open("unrouted", conversation.customerId(), conversation.id(), Variables.none());
            messages.handUnread(conversation, caseNumber);
        }
    }
}
