package io.parcours.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Sees which sequence flows the tests have walked. Every element lies on one, so all flows mean all elements. */
@Component
public class FlowCoverage extends AbstractBpmnParseListener implements BeanPostProcessor {

    private final Set<String> drawn = ConcurrentHashMap.newKeySet();
    private final Set<String> walked = ConcurrentHashMap.newKeySet();

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringProcessEngineConfiguration engine) {
            engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(this)));
        }
        return bean;
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        String key = ((ProcessDefinitionEntity) flow.getProcessDefinition()).getKey() + "/" + flow.getId();
        drawn.add(key);
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> walked.add(key));
    }

    /** Flows of these journeys that no test has walked yet. */
    public Set<String> missing(String... journeys) {
        Set<String> missing = new TreeSet<>(drawn);
        for (String journey : journeys) {
            if (drawn.stream().noneMatch(flow -> flow.startsWith(journey + "/"))) {
                throw new IllegalStateException("The engine has not parsed " + journey);
            }
        }
        missing.removeAll(walked);
        missing.removeIf(flow -> !List.of(journeys).contains(flow.split("/")[0]));
        return missing;
    }
}
