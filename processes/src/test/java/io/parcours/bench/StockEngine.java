package io.parcours.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/** Camunda as it comes: default history, job executor, id generator and FEEL; only joined to the caller's transactions. */
final class StockEngine {

    private static final String RECEIVE = "(<bpmn:receiveTask .*?</camunda:inputOutput>)";
    private static final String ASK =
            "$1\n<camunda:executionListener event=\"start\" delegateExpression=\"\\${ask}\" />";

    private StockEngine() {}

    static ProcessEngine build(
            DataSource dataSource, PlatformTransactionManager transactions, Map<String, ?> delegates) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("stock");
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setBeans(new HashMap<>(delegates));
        ProcessEngine built = engine.buildProcessEngine();
        deploy(built);
        engine.getJobExecutor().start();
        return built;
    }

    /** The product's own model; the one change is that a receive task asks by a listener, since the engine's own does not. */
    private static void deploy(ProcessEngine engine) {
        String model = Pattern.compile(RECEIVE, Pattern.DOTALL)
                .matcher(StockDatabase.text("bpmn/complaint.bpmn"))
                .replaceAll(ASK);
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("complaint.bpmn", model)
                .addString("complaint-priority.dmn", StockDatabase.text("dmn/complaint-priority.dmn"))
                .addString("inbound-routing.dmn", StockDatabase.text("dmn/inbound-routing.dmn"));
        for (String form : new String[] {"qualify", "solve", "approve-gesture", "escalate"}) {
            String file = "complaint-" + form + ".form";
            deployment.addString(file, StockDatabase.text("forms/" + file));
        }
        deployment.deploy();
    }
}
