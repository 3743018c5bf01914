package io.parcours.model;

import static io.parcours.model.Ns.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks how a process model uses the steps of the catalogue: which, with which inputs, in a transaction of their own. */
final class StepUse {

    private static final Set<String> CALLING = Set.of("serviceTask", "sendTask", "businessRuleTask");

    private final StepCatalogue catalogue;
    private final InputValues inputValues;

    StepUse(StepCatalogue catalogue, Expressions expressions) {
        this.catalogue = catalogue;
        this.inputValues = new InputValues(expressions);
    }

    void check(XmlElement element, Findings findings) {
        if (CALLING.contains(element.localName())) {
            called(element, findings).ifPresent(step -> use(element, step, findings));
        } else if (element.localName().equals("receiveTask") && asks(element)) {
            asked(element, findings).ifPresent(step -> use(element, step, findings));
        }
    }

    private Optional<Step> called(XmlElement task, Findings findings) {
        String expression = task.attribute(camunda("delegateExpression"));
        if (expression == null) {
            findings.add(task, Rule.STEP_MISSING, task.localName() + " calls no step");
            return Optional.empty();
        }
        Optional<Step> step = catalogue.calledBy(expression);
        if (step.isEmpty()) {
            // What is no name at all, the allow-list has refused in its own words.
            if (Values.delegate(expression).isEmpty()) {
                findings.add(
                        task, Rule.UNKNOWN_STEP, Findings.quoted(expression) + " is not in the catalogue of steps");
            }
        } else if (step.get().waits()) {
            findings.add(task, Rule.UNKNOWN_STEP, expression + " waits for an answer: draw it as a receive task");
            return Optional.empty();
        }
        return step;
    }

    private Optional<Step> asked(XmlElement task, Findings findings) {
        Optional<Step> step = catalogue.find(Step.ASK);
        if (step.isEmpty()) {
            findings.add(task, Rule.UNKNOWN_STEP, "the catalogue has no step '" + Step.ASK + "' to take the inputs");
        }
        return step;
    }

    /** A receive task with inputs, or made from the template of the step, asks; any other only waits. */
    private static boolean asks(XmlElement task) {
        return task.attribute(camunda("modelerTemplate")) != null
                || task.tree().anyMatch(each -> each.is(camunda("inputParameter")));
    }

    private void use(XmlElement task, Step step, Findings findings) {
        if (step.sends() && !"true".equals(task.attribute(camunda("asyncBefore")))) {
            findings.add(task, Rule.ASYNC_BEFORE, step.id() + " sends and needs camunda:asyncBefore=\"true\"");
        }
        template(task, step, findings);
        inputs(task, step, findings);
    }

    private static void template(XmlElement task, Step step, Findings findings) {
        same(task, "modelerTemplate", ElementTemplates.idOf(step), findings);
        same(task, "modelerTemplateIcon", step.icon(), findings);
    }

    private static void same(XmlElement task, String attribute, String expected, Findings findings) {
        String actual = task.attribute(camunda(attribute));
        if (actual != null && !actual.equals(expected)) {
            findings.add(task, Rule.VALUE, "camunda:" + attribute + " does not belong to the step it calls");
        }
    }

    private void inputs(XmlElement task, Step step, Findings findings) {
        Map<String, String> given = new HashMap<>();
        for (XmlElement parameter : parameters(task)) {
            String name = String.valueOf(parameter.attribute("name"));
            if (given.put(name, parameter.text()) != null) {
                findings.add(parameter, Rule.STEP_INPUT, "input " + Findings.quoted(name) + " is given twice");
            }
            Optional<StepInput> input = step.input(name);
            if (input.isEmpty()) {
                findings.add(parameter, Rule.STEP_INPUT, step.id() + " has no input " + Findings.quoted(name));
            } else if (!parameter.text().isEmpty()) {
                inputValues
                        .problem(input.get().kind(), parameter.text())
                        .ifPresent(problem -> findings.add(parameter, problem, name));
            }
        }
        for (StepInput input : step.inputs()) {
            if (input.required() && given.getOrDefault(input.name(), "").isEmpty()) {
                findings.add(task, Rule.STEP_INPUT, step.id() + " needs the input " + Findings.quoted(input.name()));
            }
        }
    }

    private static List<XmlElement> parameters(XmlElement task) {
        return task.children(Ns.bpmn("extensionElements"))
                .flatMap(extensions -> extensions.children(camunda("inputOutput")))
                .flatMap(inputOutput -> inputOutput.children(camunda("inputParameter")))
                .toList();
    }
}
