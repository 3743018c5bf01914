package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;

/** Every act traces itself: turns what the engine tells into our facts, instead of the engine's own history tables. */
class FactHandler implements HistoryEventHandler {

    private final Facts facts;
    private final CurrentUser user;
    private final TaskWatcher tasks;
    private final ObjectProvider<JourneyObserver> observers;

    FactHandler(Facts facts, CurrentUser user, TaskWatcher tasks, ObjectProvider<JourneyObserver> observers) {
        this.facts = facts;
        this.user = user;
        this.tasks = tasks;
        this.observers = observers;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (TenantContext.current().isEmpty()) {
            return;
        }
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            journey(instance);
        } else if (event instanceof HistoricTaskInstanceEventEntity task) {
            task(task);
        } else if (event instanceof HistoricActivityInstanceEventEntity activity) {
            activity(activity);
        } else if (event instanceof HistoricIdentityLinkLogEventEntity link) {
            claimed(link);
        } else if (event instanceof HistoricDecisionEvaluationEvent decision) {
            new DecisionFact(decision).details().forEach(detail -> {
                var instance = decision.getRootHistoricDecisionInstance();
                record("decided", instance, instance.getActivityId(), null, detail);
            });
        } else if (event instanceof HistoricIncidentEventEntity incident) {
            boolean raised = incident.isEventOfType(HistoryEventTypes.INCIDENT_CREATE);
            record(
                    raised ? "incidentRaised" : "incidentResolved",
                    incident,
                    incident.getActivityId(),
                    null,
                    details("reason", incident.getIncidentMessage()));
        } else if (event instanceof HistoricJobLogEvent job && !TryAgainLater.isReason(job.getJobExceptionMessage())) {
            record(
                    "stepFailed",
                    job,
                    job.getActivityId(),
                    null,
                    details("reason", job.getJobExceptionMessage(), "retriesLeft", job.getJobRetries()));
        }
    }

    private void journey(HistoricProcessInstanceEventEntity instance) {
        boolean ended = instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END);
        String caseNumber = instance.getBusinessKey();
        add(
                ended ? "journeyEnded" : "journeyStarted",
                instance,
                caseNumber,
                ended ? instance.getEndActivityId() : instance.getStartActivityId(),
                null,
                details("reason", instance.getDeleteReason(), "definition", instance.getProcessDefinitionId()));
        if (ended) {
            observers.forEach(observer -> observer.ended(caseNumber));
        }
    }

    private void activity(HistoricActivityInstanceEventEntity activity) {
        String kind = activity.isCanceled()
                ? "activityCancelled"
                : "boundaryTimer".equals(activity.getActivityType()) ? "timerFired" : "activityPassed";
        record(
                kind,
                activity,
                activity.getActivityId(),
                activity.getActivityName(),
                details("type", activity.getActivityType(), "millis", activity.getDurationInMillis()));
    }

    private void task(HistoricTaskInstanceEventEntity task) {
        if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            tasks.touched(task.getTaskId());
            return;
        }
        String kind = task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)
                ? "taskCreated"
                : task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE) ? "taskCompleted" : "taskCancelled";
        if (kind.equals("taskCancelled") && "completed".equals(task.getDeleteReason())) {
            return;
        }
        record(kind, task, task.getTaskDefinitionKey(), task.getName(), details("millis", task.getDurationInMillis()));
    }

    /** A claim's event names the task alone: the rest is read from the task, which the engine still holds in memory. */
    private void claimed(HistoricIdentityLinkLogEventEntity link) {
        if (!IdentityLinkType.ASSIGNEE.equals(link.getType())) {
            return;
        }
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(link.getTaskId());
        if (task != null) {
            ExecutionEntity instance = task.getProcessInstance();
            facts.record(new Fact(
                    ClockUtil.getCurrentTime().toInstant(),
                    "taskClaimed",
                    instance.getBusinessKey(),
                    null,
                    key(task.getProcessDefinitionId()),
                    version(task.getProcessDefinitionId()),
                    task.getTaskDefinitionKey(),
                    task.getName(),
                    link.getUserId(),
                    Map.of()));
        }
    }

    private void record(String kind, HistoryEvent event, String activity, String name, Map<String, Object> detail) {
        add(kind, event, caseNumber(event.getProcessInstanceId()), activity, name, detail);
    }

    private void add(
            String kind,
            HistoryEvent event,
            String caseNumber,
            String activity,
            String name,
            Map<String, Object> detail) {
        facts.record(new Fact(
                ClockUtil.getCurrentTime().toInstant(),
                kind,
                caseNumber,
                null,
                key(event.getProcessDefinitionId()),
                version(event.getProcessDefinitionId()),
                activity,
                name,
                user.name(),
                detail));
    }

    private static String caseNumber(String processInstanceId) {
        if (processInstanceId == null) {
            return null;
        }
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        return instance == null ? null : instance.getBusinessKey();
    }

    /** A definition's id is {@code key:version:uuid}, so nothing has to be looked up. */
    private static String key(String definitionId) {
        return definitionId == null ? null : definitionId.split(":")[0];
    }

    private static Integer version(String definitionId) {
        return definitionId == null ? null : Integer.valueOf(definitionId.split(":")[1]);
    }

    static Map<String, Object> details(Object... namesAndValues) {
        Map<String, Object> detail = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (Objects.nonNull(namesAndValues[i + 1])) {
                detail.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return detail;
    }
}
