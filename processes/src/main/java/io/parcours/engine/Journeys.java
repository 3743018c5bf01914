package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Journeys(ProcessEngine engine, EngineAccess access, Definitions definitions) {
        this.runtime = engine.getRuntimeService();
        this.access = access;
        this.definitions = definitions;
    }

    /** Whether the operator has a journey of this id, its own or the shared one. */
    public boolean exists(String journey) {
        // Once there is one there will always be: versions are added and never taken away.
        String key = TenantContext.required() + "/" + journey;
        if (!known.contains(key) && access.call(() -> definitions.find(journey)).isPresent()) {
            known.add(key);
        }
        return known.contains(key);
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
