package io.parcours.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that gave up after their last try, and the way to let them try again. */
@Component
@Transactional
public class Incidents {

    private final ProcessEngine engine;
    private final EngineAccess access;
    private final CurrentUser user;

    Incidents(ProcessEngine engine, EngineAccess access, CurrentUser user) {
        this.engine = engine;
        this.access = access;
        this.user = user;
    }

    /** Newest first. */
    public List<Incident> open() {
        return access.call(() -> engine
                .getRuntimeService()
                .createIncidentQuery()
                .incidentType(org.camunda.bpm.engine.runtime.Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .desc()
                .list()
                .stream()
                .map(this::incident)
                .toList());
    }

    /** Gives the step one more try, at once. */
    public void retry(String incidentId) {
        user.require("SUPERVISOR");
        access.run(() -> {
            var incident = engine.getRuntimeService()
                    .createIncidentQuery()
                    .incidentId(incidentId)
                    .singleResult();
            if (incident == null) {
                throw new NotFound("Incident " + incidentId);
            }
            engine.getManagementService()
                    .setJobRetries(1)
                    .jobId(incident.getConfiguration())
                    .dueDate(ClockUtil.getCurrentTime())
                    .execute();
        });
    }

    /** Work of the platform itself belongs to no journey and no case. */
    private Incident incident(org.camunda.bpm.engine.runtime.Incident incident) {
        String instanceId = incident.getProcessInstanceId();
        ProcessInstance instance = instanceId == null
                ? null
                : engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult();
        String definition = incident.getProcessDefinitionId();
        return new Incident(
                incident.getId(),
                instance == null ? null : instance.getBusinessKey(),
                definition == null ? null : definition.split(":")[0],
                incident.getActivityId(),
                incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant());
    }
}
