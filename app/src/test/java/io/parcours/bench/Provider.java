package io.parcours.bench;

import java.util.function.Consumer;

/** One channel from the other side: a provider's simulator and the subscribers who write through it. */
interface Provider {

    /** As tables call it. */
    String name();

    /** As the product calls it. */
    String channel();

    /** Whether it hands in several messages at the same time; else the next one waits until the last has been taken. */
    boolean severalAtOnce();

    /** The subscriber of this number complains, for the first time. @return by what the acknowledgement is known */
    String write(int number);

    /** Told of each acknowledgement, perhaps more than once. */
    AutoCloseable whenTaken(Consumer<String> told);

    /** How many messages of the product the provider took so far. */
    int received();
}
