package io.parcours.conversation;

import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For how long after the subscriber last wrote a channel takes free text, and what leaves in its place afterwards. */
@Component
class Windows {

    private final Line line;
    private final MessageRepository messages;
    private final Clock clock;

    Windows(Line line, MessageRepository messages, Clock clock) {
        this.line = line;
        this.messages = messages;
        this.clock = clock;
    }

    /** As what the message may leave now, the best first: where the provider finds it too late for that, the next may do. */
    List<Way> ways(Conversation conversation, Wording wording) {
        List<Way> ways = new ArrayList<>();
        if (freeText(conversation)) {
            ways.add(Way.FREE_TEXT);
        }
        boolean longer = !ofReplies(conversation).equals(ofAll(conversation));
        if (wording.byPerson() && longer && takesReplies(conversation)) {
            ways.add(Way.LATE_REPLY);
        }
        if (ways.isEmpty() || wording.template() != null) {
            ways.add(Way.TEMPLATE);
        }
        return ways;
    }

    /** Whether whatever is said now may leave as free text, whoever says it. */
    boolean freeText(Conversation conversation) {
        return open(closes(conversation, ofAll(conversation)));
    }

    /** Whether what a person writes now may leave as free text. */
    boolean takesReplies(Conversation conversation) {
        return open(closes(conversation));
    }

    /**
     * When what a person writes ceases to be allowed as free text; empty where it always is. Long past where the subscriber never
     * wrote.
     */
    Optional<Instant> closes(Conversation conversation) {
        return closes(conversation, ofReplies(conversation));
    }

    private Optional<Duration> ofAll(Conversation conversation) {
        return line.channel(conversation.channel()).freeTextWindow();
    }

    private Optional<Duration> ofReplies(Conversation conversation) {
        return line.channel(conversation.channel()).replyWindow(TenantContext.required(), conversation.account());
    }

    private boolean open(Optional<Instant> closes) {
        return closes.map(clock.instant()::isBefore).orElse(true);
    }

    private Optional<Instant> closes(Conversation conversation, Optional<Duration> window) {
        return window.map(length -> messages.lastWritten(conversation.id())
                .map(last -> last.plus(length))
                .orElse(Instant.EPOCH));
    }
}
