package io.parcours.engine;

import io.parcours.form.FormSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with an open task. Each act checks that the person's roles work the task's queue. */
@Component
@Transactional
public class Tasks {

    private static final int MOST_FORMS = 1_000;

    private record DeployedForm(String json, FormSchema schema) {}

    private final Map<String, DeployedForm> forms = new ConcurrentHashMap<>();
    private final ProcessEngine engine;
    private final EngineAccess access;
    private final CurrentUser user;
    private final TaskRights rights;

    Tasks(ProcessEngine engine, EngineAccess access, CurrentUser user, TaskRights rights) {
        this.engine = engine;
        this.access = access;
        this.user = user;
        this.rights = rights;
    }

    /**
     * Makes the current person the one who works on it; claiming one's own task again changes nothing.
     *
     * @throws AlreadyClaimed where somebody else has it
     * @throws NotFound where it is done, or another operator's
     */
    public void claim(String taskId) {
        access.run(() -> {
            Task task = required(taskId);
            if (task.getAssignee() == null) {
                tasks().claim(taskId, user.name());
            } else if (!task.getAssignee().equals(user.name())) {
                throw new AlreadyClaimed(task.getAssignee());
            }
        });
    }

    /** Claims a task that the caller has found free and locked, in a queue that the person works: nothing is left to check. */
    public void claimLocked(String taskId) {
        access.run(() -> tasks().claim(taskId, user.name()));
    }

    /** Puts one's own task back into the queue. */
    public void release(String taskId) {
        access.run(() -> {
            ownOrFree(taskId);
            tasks().setAssignee(taskId, null);
        });
    }

    /** @throws NotFound where it is done, or another operator's */
    @Transactional(readOnly = true)
    public TaskForm form(String taskId) {
        return access.call(() -> form(required(taskId)));
    }

    /**
     * Checks the submission against the task's own form, whatever the browser did, and completes the task with it.
     *
     * @throws io.parcours.form.InvalidSubmission names each field that does not fit
     * @throws AlreadyClaimed where somebody else has the task
     */
    public void complete(String taskId, Map<String, Object> submission) {
        access.run(() -> {
            Task task = ownOrFree(taskId);
            DeployedForm form = deployedForm(task);
            FormSchema schema = form.schema();
            Map<String, Object> checked = schema.check(submission, data(task, schema));
            Map<String, Object> variables = new LinkedHashMap<>();
            // What was answered the last time round must not speak for this time.
            schema.inputKeys().forEach(key -> variables.put(key, storable(checked.get(key))));
            if (task.getAssignee() == null) {
                tasks().claim(taskId, user.name());
            }
            tasks().complete(taskId, variables);
        });
    }

    private TaskForm form(Task task) {
        DeployedForm form = deployedForm(task);
        return new TaskForm(form.schema().id(), form.json(), data(task, form.schema()));
    }

    private Map<String, Object> data(Task task, FormSchema schema) {
        Map<String, Object> data = new LinkedHashMap<>(tasks().getVariables(task.getId(), schema.fieldKeys()));
        data.values().removeIf(value -> value == null);
        return data;
    }

    /** A form is deployed with its journey, so that one version of a journey always shows the same. */
    private DeployedForm deployedForm(Task task) {
        String key = task.getProcessDefinitionId() + ' ' + task.getTaskDefinitionKey();
        DeployedForm known = forms.get(key);
        if (known == null) {
            known = readForm(task.getId());
            if (forms.size() < MOST_FORMS) {
                forms.put(key, known);
            }
        }
        return known;
    }

    private DeployedForm readForm(String taskId) {
        try (InputStream source = engine.getFormService().getDeployedTaskForm(taskId)) {
            String json = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return new DeployedForm(json, FormSchema.parse(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Task ownOrFree(String taskId) {
        Task task = required(taskId);
        if (task.getAssignee() != null && !task.getAssignee().equals(user.name())) {
            throw new AlreadyClaimed(task.getAssignee());
        }
        return task;
    }

    private Task required(String taskId) {
        Task task = tasks().createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new NotFound("Task " + taskId);
        }
        String queue = tasks().getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
        Set<String> roles = user.roles();
        if (!rights.mayWork(queue, roles)) {
            throw new NotAllowed(queue);
        }
        return task;
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }

    /** Scalars only; every number as a double, so that a model compares like with like. */
    private static Object storable(Object value) {
        if (value instanceof BigDecimal || value instanceof Long) {
            return ((Number) value).doubleValue();
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }
}
