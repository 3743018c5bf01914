package io.parcours.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a journey does with its own open tasks. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final EngineAccess access;

    OpenTasks(ProcessEngine engine, EngineAccess access) {
        this.tasks = engine.getTaskService();
        this.access = access;
    }

    /** @param priority 1 is the highest */
    @Transactional
    public void prioritise(String caseNumber, int priority) {
        access.run(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .filter(task -> task.getPriority() > priority)
                .forEach(task -> tasks.setPriority(task.getId(), priority)));
    }
}
