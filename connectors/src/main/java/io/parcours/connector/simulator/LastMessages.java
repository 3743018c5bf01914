package io.parcours.connector.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The last 500 messages that a handset shows of one conversation.
 *
 * @param <I> how a message is named
 * @param <M> a message
 */
final class LastMessages<I, M> {

    private static final int KEPT = 500;

    private final Deque<M> messages = new ArrayDeque<>();
    private final Function<M, I> id;

    LastMessages(Function<M, I> id) {
        this.id = id;
    }

    synchronized void add(M message) {
        messages.addLast(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
    }

    /** Oldest first. */
    synchronized List<M> all() {
        return List.copyOf(messages);
    }

    synchronized Optional<M> find(I wanted) {
        return messages.stream()
                .filter(message -> id.apply(message).equals(wanted))
                .findFirst();
    }

    synchronized void change(I wanted, UnaryOperator<M> change) {
        List<M> changed = messages.stream()
                .map(message -> id.apply(message).equals(wanted) ? change.apply(message) : message)
                .toList();
        messages.clear();
        messages.addAll(changed);
    }
}
