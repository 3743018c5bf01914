package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the engine work that belongs to no journey. The engine's jobs are the only queue there is. */
@Component
public class Background {

    private final ProcessEngineConfigurationImpl configuration;

    Background(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Runs the task after the commit of the current transaction, and not at all where that is rolled back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void run(String task, String argument) {
        run(task, argument, Duration.ZERO);
    }

    /** @param after how long to wait before */
    @Transactional(propagation = Propagation.MANDATORY)
    public void run(String task, String argument, Duration after) {
        MessageEntity job = new MessageEntity();
        job.setTenantId(TenantContext.required());
        job.setJobHandlerType(BackgroundJobs.TYPE);
        job.setJobHandlerConfigurationRaw(new BackgroundJobs.Work(task, argument).toCanonicalString());
        if (!after.isZero()) {
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(after)));
        }
        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.getJobManager().send(job);
            return null;
        });
    }
}
