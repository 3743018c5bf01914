package io.parcours.conversation;

import java.time.Instant;

/**
 * Something that a provider told us and no part of the platform acts on. Kept, so that nothing is thrown away unread.
 *
 * @param reason why it is not acted on
 * @param payload as it came
 */
public record Notice(
        String tenant,
        String channel,
        String account,
        Kind kind,
        Problem reason,
        Head head,
        String payload,
        Instant at) {

    public Notice(
            String tenant, String channel, String account, Kind kind, Problem reason, String payload, Instant at) {
        this(tenant, channel, account, kind, reason, Head.UNKNOWN, payload, at);
    }

    /** How much somebody misses who does not read it. */
    public enum Kind {

        /** What a subscriber said and nothing acted on: somebody has to read it. */
        WORDS,

        /** Everything else. */
        NEWS
    }

    /**
     * Who wrote, and what about, of a mail; null where not known.
     *
     * @param sender an address
     */
    public record Head(String sender, String subject) {

        public static final Head UNKNOWN = new Head(null, null);
    }
}
