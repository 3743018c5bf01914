package io.parcours.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.variable.Variables;

/** The decisions as they are delivered, read from {@code dmn/<decision id>.dmn} on the classpath; safe for threads. */
public final class ClasspathDecisions implements DecisionEvaluator {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final DmnEngine engine = DmnConfiguration.create().buildEngine();
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();
    private final String folder;

    public ClasspathDecisions() {
        this("dmn");
    }

    ClasspathDecisions(String folder) {
        this.folder = folder;
    }

    @Override
    public List<Map<String, Object>> evaluate(String decisionId, Map<String, Object> inputs) {
        DmnDecision decision = decisions.computeIfAbsent(decisionId, this::read);
        try {
            return engine.evaluateDecision(decision, Variables.fromMap(inputs)).getResultList();
        } catch (DmnEngineException e) {
            throw new DecisionFailed(decisionId, "could not be evaluated: " + e.getMessage(), e);
        }
    }

    private DmnDecision read(String decisionId) {
        String file = folder + "/" + decisionId + ".dmn";
        if (!ID.matcher(decisionId).matches()) {
            throw new DecisionFailed(decisionId, "has an id that is no file name");
        }
        try (InputStream model = ClasspathDecisions.class.getClassLoader().getResourceAsStream(file)) {
            if (model == null) {
                throw new DecisionFailed(decisionId, "is unknown: there is no " + file);
            }
            return engine.parseDecision(decisionId, model);
        } catch (DmnEngineException | IOException e) {
            throw new DecisionFailed(decisionId, "cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }
}
