package io.parcours.operatordata;

import java.util.Map;

/** What became of an act. @param values the fields that the system told, as scalars; empty unless done */
public record Act(OperatorDataState state, Map<String, Object> values) {

    static Act without(OperatorDataState state) {
        return new Act(state, Map.of());
    }
}
