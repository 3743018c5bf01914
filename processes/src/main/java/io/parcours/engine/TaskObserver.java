package io.parcours.engine;

import java.util.Set;

/** Told just before the commit which of the engine's tasks a transaction made, changed or removed. */
public interface TaskObserver {

    void touched(Set<String> taskIds);
}
