package io.parcours.engine;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.*;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;

/** The history level {@code facts}: what {@link FactHandler} turns into facts, and nothing else. */
class FactLevel implements HistoryLevel {

    static final String NAME = "facts";

    private static final Set<HistoryEventType> PRODUCED = Set.of(
            PROCESS_INSTANCE_START,
            PROCESS_INSTANCE_END,
            ACTIVITY_INSTANCE_END,
            TASK_INSTANCE_CREATE,
            TASK_INSTANCE_COMPLETE,
            TASK_INSTANCE_DELETE,
            TASK_INSTANCE_MIGRATE,
            IDENTITY_LINK_ADD,
            DMN_DECISION_EVALUATE,
            INCIDENT_CREATE,
            INCIDENT_RESOLVE,
            JOB_FAIL);

    /** Any number that the engine's own levels (0 to 3) do not use. */
    @Override
    public int getId() {
        return 71;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return PRODUCED.contains(type);
    }
}
