package io.parcours.connector.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated provider took from the platform, and what the platform took from it: nothing is ever dropped, so that counts
 * stay exact whatever became of the platform meanwhile.
 *
 * @param <A> a message that the provider took, whether or not the platform saw the answer
 * @param <K> something told that the platform acknowledged
 */
public abstract class Ledger<A, K> {

    private static final int TEXT_KEPT = 160;

    private final List<A> accepted = new ArrayList<>();
    private final List<K> acknowledged = new ArrayList<>();

    Ledger() {}

    public final synchronized List<A> accepted() {
        return List.copyOf(accepted);
    }

    public final synchronized List<K> acknowledged() {
        return List.copyOf(acknowledged);
    }

    public final synchronized int acceptedCount() {
        return accepted.size();
    }

    public final synchronized int acknowledgedCount() {
        return acknowledged.size();
    }

    final synchronized void accept(A message) {
        accepted.add(message);
    }

    final synchronized void acknowledge(K told) {
        acknowledged.add(told);
    }

    /** A text's first characters: as much as a witness needs. */
    static String kept(String text) {
        return text.substring(0, Math.min(TEXT_KEPT, text.length()));
    }
}
