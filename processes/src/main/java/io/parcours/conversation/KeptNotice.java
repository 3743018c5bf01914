package io.parcours.conversation;

import io.parcours.conversation.Notice.Head;
import io.parcours.conversation.Notice.Kind;
import java.time.Instant;

/**
 * A notice as it lies there; what came with it is asked for by its id.
 *
 * @param reason of one kept before reasons had codes, the sentence itself
 * @param readAt null while nobody has read it
 * @param readBy the user name; null likewise
 */
public record KeptNotice(
        long id,
        Instant at,
        String channel,
        String account,
        Kind kind,
        Problem reason,
        Head head,
        Instant readAt,
        String readBy) {

    /** Whether a subscriber's words wait for somebody to read them. */
    public boolean toRead() {
        return kind == Kind.WORDS && readAt == null;
    }
}
