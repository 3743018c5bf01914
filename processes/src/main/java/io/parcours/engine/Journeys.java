package io.parcours.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts journeys and tells them what happened outside. A journey is known by its case number alone. */
@Component
@Transactional
public class Journeys {

    private final RuntimeService runtime;
    private final EngineAccess access;
    private final Definitions definitions;

    Journeys(ProcessEngine engine, EngineAccess access, Definitions definitions) {
        this.runtime = engine.getRuntimeService();
        this.access = access;
        this.definitions = definitions;
    }

    /** @param journey the process id; the operator's own version wins */
    public void start(String journey, String caseNumber, Variables variables) {
        access.run(() -> runtime.startProcessInstanceById(
                definitions.journey(journey).getId(), caseNumber, variables.encoded()));
    }

    /** Sets variables of the journey where it runs; where it has ended, nothing happens. */
    public void set(String caseNumber, Variables variables) {
        access.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> runtime.setVariables(instance.getId(), variables.encoded())));
    }

    /**
     * @param message the message's name in the model
     * @return whether the journey was waiting for it; where not, nothing happens
     * @throws ConcurrentChange where the journey moved at the same moment
     */
    public boolean signal(String message, String caseNumber) {
        // The variant that reports no match by an empty list: an exception would doom the caller's transaction.
        return access.call(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .correlateAllWithResult()
                .isEmpty());
    }
}
