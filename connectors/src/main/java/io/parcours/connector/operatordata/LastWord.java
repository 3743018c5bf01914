package io.parcours.connector.operatordata;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Who comes first when time runs out: the worker that is about to do what cannot be undone, or the caller who stops waiting. So
 * the caller knows for certain whether anything can have happened.
 */
final class LastWord {

    private enum Said {
        NOTHING,
        GIVEN_UP,
        DOING
    }

    private final AtomicReference<Said> said = new AtomicReference<>(Said.NOTHING);

    /** The worker's. @return false where the caller waits no more, and nothing may happen */
    boolean mayDo() {
        return said.compareAndSet(Said.NOTHING, Said.DOING);
    }

    /** The caller's. @return false where the worker was first, and it may have happened */
    boolean givesUp() {
        return said.compareAndSet(Said.NOTHING, Said.GIVEN_UP);
    }

    boolean begun() {
        return said.get() == Said.DOING;
    }
}
