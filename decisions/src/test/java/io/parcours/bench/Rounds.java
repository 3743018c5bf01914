package io.parcours.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lets contenders take turns, each round in another order, so that a noisy machine is noisy for all of them. */
public final class Rounds {

    private Rounds() {}

    public static void alternate(int rounds, List<? extends Runnable> turns) {
        List<Runnable> order = new ArrayList<>(turns);
        for (int round = 0; round < rounds; round++) {
            order.forEach(Runnable::run);
            Collections.rotate(order, 1);
        }
    }
}
