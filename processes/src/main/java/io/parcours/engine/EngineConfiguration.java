package io.parcours.engine;

import io.parcours.decisions.DmnConfiguration;
import io.parcours.model.DescribedStep;
import io.parcours.model.ModelValidator;
import io.parcours.model.StepCatalogue;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Facts;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The process engine, on our data source, our transactions and our tables. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

    /** Growing pauses: four tries in all. A crash uses none of them. */
    private static final String RETRIES = "PT10S,PT1M,PT10M";

    private static final int JOB_THREADS = 8;

    @Bean
    StepCatalogue stepCatalogue(List<DescribedStep> steps) {
        return new StepCatalogue(steps);
    }

    @Bean
    ModelValidator modelValidator(StepCatalogue catalogue) {
        return new ModelValidator(catalogue);
    }

    @Bean
    TaskWatcher taskWatcher(ObjectProvider<TaskObserver> observers) {
        return new TaskWatcher(observers);
    }

    @Bean
    ThreadPoolTaskExecutor jobThreads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(JOB_THREADS);
        threads.setMaxPoolSize(JOB_THREADS);
        threads.setQueueCapacity(60);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(25);
        return threads;
    }

    /** Its owner is the same at each start, so that a node finds its own locks again after a crash. */
    @Bean
    LostLocks lostLocks(
            JdbcClient jdbc, TransactionTemplate transaction, @Value("${parcours.node:node-1}") String node) {
        return new LostLocks("parcours-" + node, jdbc, transaction);
    }

    @Bean
    TenantJobExecutor jobExecutor(
            ThreadPoolTaskExecutor jobThreads,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            LostLocks locks,
            RightOfWay rightOfWay) {
        TenantJobExecutor executor = new TenantJobExecutor(
                jobThreads,
                jobId -> transaction.execute(status ->
                        jdbc
                                .queryForList("select tenant_id_ from act_ru_job where id_ = ?", String.class, jobId)
                                .stream()
                                .findFirst()
                                .orElse(null)),
                locks,
                rightOfWay);
        ExecuteJobHelper.LOGGING_HANDLER = new FailedJobLog();
        executor.setLockOwner(locks.owner());
        executor.setMaxJobsPerAcquisition(20);
        executor.setWaitTimeInMillis(1_000);
        executor.setMaxWait(5_000);
        return executor;
    }

    @Bean
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            TenantJobExecutor jobExecutor,
            ListableBeanFactory beans,
            ObjectProvider<ModelValidator> validator,
            TaskWatcher watcher,
            Facts facts,
            CurrentUser user,
            Dialogue dialogue,
            ObjectProvider<JourneyObserver> observers,
            ObjectProvider<BackgroundTask> backgroundTasks) {
        RestrictedExpressions expressions = new RestrictedExpressions(
                List.of(beans.getBeanNamesForType(JourneyStep.class, true, false)),
                id -> beans.getBean(id, JourneyStep.class));

        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("parcours");
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactionManager);
        engine.setDatabaseSchemaUpdate("false");
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setJobExecutor(jobExecutor);
        engine.setCustomSessionFactories(List.of(PromptJobs.factory(jobExecutor)));
        engine.setJobExecutorActivate(false);
        engine.setBusinessCalendarManager(calendars());
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setFailedJobCommandFactory(new PatientRetries());
        // Whoever called hears of it, and jobs have a log of their own.
        engine.setEnableCmdExceptionLogging(false);
        engine.setCustomJobHandlers(new ArrayList<>(List.of(new BackgroundJobs(backgroundTasks))));
        engine.setTenantIdProvider(new CurrentTenant());
        closeTheSandbox(engine, expressions, new ValidatingDeployer(validator::getObject));
        engine.setDmnEngineConfiguration(DmnConfiguration.create());
        // The engine adds its own.
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new JourneyParseListener(watcher, dialogue))));
        writeFactsInsteadOfHistory(engine, new FactHandler(facts, user, watcher, observers));
        leaveOutWhatIsNotUsed(engine);
        return engine;
    }

    private static BusinessCalendarManager calendars() {
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new TimerDurations());
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
        return calendars;
    }

    private static void closeTheSandbox(
            SpringProcessEngineConfiguration engine, RestrictedExpressions expressions, ValidatingDeployer validator) {
        engine.setExpressionManager(expressions);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setCustomPreDeployers(List.of(validator));
    }

    private static void writeFactsInsteadOfHistory(SpringProcessEngineConfiguration engine, FactHandler handler) {
        engine.setCustomHistoryLevels(List.of(new FactLevel()));
        engine.setHistory(FactLevel.NAME);
        engine.setHistoryEventProducer(new FactEvents());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.setCustomHistoryEventHandlers(List.of(handler));
        engine.setHistoryRemovalTimeStrategy("none");
        engine.setHistoryCleanupStrategy("endTimeBased");
        engine.setHistoryCleanupEnabled(false);
    }

    private static void leaveOutWhatIsNotUsed(SpringProcessEngineConfiguration engine) {
        engine.setAuthorizationEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDbIdentityUsed(false);
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration settings) {
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean() {
            @Override
            public ProcessEngine getObject() throws Exception {
                return TenantContext.callAsSystem(this::build);
            }

            private ProcessEngine build() {
                try {
                    return super.getObject();
                } catch (Exception e) {
                    throw new IllegalStateException("The process engine does not start: " + e.getMessage(), e);
                }
            }
        };
        factory.setProcessEngineConfiguration(settings);
        return factory;
    }

    @Bean
    JobLifecycle jobLifecycle(
            TenantJobExecutor executor,
            ThreadPoolTaskExecutor jobThreads,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ProcessEngine engine,
            @Value("${parcours.jobs.enabled:true}") boolean enabled) {
        return new JobLifecycle(executor, jobThreads, jdbc, transaction, enabled);
    }
}
