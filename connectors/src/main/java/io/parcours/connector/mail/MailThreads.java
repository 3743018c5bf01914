package io.parcours.connector.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each subscriber's mail program needs to put our message below the last one: read from the mailbox at each start. */
final class MailThreads {

    private static final int KEPT = 10_000;

    private final Map<String, MailThread> threads = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MailThread> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The last message of a thread.
     *
     * @param messageId with its angle brackets; empty where it has none
     * @param references the ids of those before it, oldest first
     * @param subject as it stood there
     */
    record MailThread(String messageId, List<String> references, String subject) {

        MailThread {
            references = List.copyOf(references);
        }
    }

    /** What has no id cannot be answered below it. */
    synchronized void last(String subscriber, MailThread thread) {
        if (!thread.messageId().isEmpty()) {
            threads.put(subscriber, thread);
        }
    }

    /** Begins a thread with what we wrote first; what the subscriber writes later takes its place. */
    synchronized void begun(String subscriber, String messageId, String subject) {
        threads.putIfAbsent(subscriber, new MailThread(messageId, List.of(), subject));
    }

    synchronized Optional<MailThread> of(String subscriber) {
        return Optional.ofNullable(threads.get(subscriber));
    }
}
