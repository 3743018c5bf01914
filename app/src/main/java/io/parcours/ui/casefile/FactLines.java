package io.parcours.ui.casefile;

import io.parcours.trace.TimelineEntry;
import io.parcours.ui.component.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Facts as a person reads them, one line an act. */
public final class FactLines {

    /** Said by another fact of the same moment: the timer that fired, the task that was withdrawn. */
    private static final Set<String> ECHOES = Set.of("activityCancelled");

    private final FactWords words;

    /** @param currency the operator's, for the amounts that facts tell of */
    public FactLines(String currency) {
        words = new FactWords(currency);
    }

    /** A case's story from its beginning. */
    public Timeline inOrder(List<TimelineEntry> facts) {
        return lines(facts, false);
    }

    /** A customer's whole history, the latest first and each line with its case. */
    public Timeline newestFirst(List<TimelineEntry> facts) {
        List<TimelineEntry> turned = new ArrayList<>(facts);
        Collections.reverse(turned);
        return lines(turned, true);
    }

    private Timeline lines(List<TimelineEntry> facts, boolean withCase) {
        return new Timeline(facts.stream()
                .filter(fact -> !ECHOES.contains(fact.kind()))
                .map(fact -> words.entry(fact, withCase))
                .toList());
    }
}
