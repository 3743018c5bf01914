package io.parcours.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;

/** Runs background tasks as the engine's jobs. */
class BackgroundJobs implements JobHandler<BackgroundJobs.Work> {

    static final String TYPE = "parcours-background";

    private final ObjectProvider<BackgroundTask> tasks;

    BackgroundJobs(ObjectProvider<BackgroundTask> tasks) {
        this.tasks = tasks;
    }

    /** As stored with the job: the task's name, a space, the argument. */
    record Work(String task, String argument) implements JobHandlerConfiguration {

        static Work of(String stored) {
            String[] parts = stored.split(" ", 2);
            return new Work(parts[0], parts[1]);
        }

        @Override
        public String toCanonicalString() {
            return task + " " + argument;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Work work, ExecutionEntity execution, CommandContext context, String tenantId) {
        tasks.stream()
                .filter(task -> task.name().equals(work.task()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no background task " + work.task()))
                .run(work.argument(), attempt(context.getCurrentJob()));
    }

    /** A job that has one try left raises an incident when that fails. */
    static Attempt attempt(JobEntity job) {
        return new Attempt(job.getId(), job.getRetries() == 1);
    }

    @Override
    public Work newConfiguration(String canonicalString) {
        return Work.of(canonicalString);
    }

    @Override
    public void onDelete(Work work, JobEntity job) {
        // Nothing of it is elsewhere.
    }
}
