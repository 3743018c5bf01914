package io.parcours.connector.telephony;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is still to be said in a call, in the order given; closed when the call is over. Any thread may add to it. */
final class Script {

    private final Deque<Utterance> waiting = new ArrayDeque<>();
    private String saying;
    private boolean closed;

    /** @return false where the call is over and nothing can be said any more */
    synchronized boolean add(Utterance utterance) {
        boolean copy = utterance.id().equals(saying)
                || waiting.stream().anyMatch(other -> other.id().equals(utterance.id()));
        if (!closed && !copy) {
            waiting.add(utterance);
        }
        return !closed;
    }

    /** @return null where there is nothing to say now */
    synchronized Utterance next() {
        Utterance next = waiting.poll();
        saying = next == null ? saying : next.id();
        return next;
    }

    /** It was broken off, and is the next to be said. */
    synchronized void putBack(Utterance utterance) {
        waiting.addFirst(utterance);
    }

    synchronized boolean closed() {
        return closed;
    }

    /** @return what was never begun */
    synchronized List<Utterance> close() {
        closed = true;
        List<Utterance> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }
}
