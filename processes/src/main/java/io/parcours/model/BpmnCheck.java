package io.parcours.model;

import static io.parcours.model.Ns.bpmn;

import java.util.List;
import java.util.Set;

/** Checks one process model. */
final class BpmnCheck {

    private static final Set<String> EVENTS_WITH_DEFINITION = Set.of("intermediateCatchEvent", "boundaryEvent");

    private final ElementSpec allowed;
    private final StepUse steps;

    BpmnCheck(StepCatalogue catalogue, Expressions expressions) {
        this.allowed = BpmnAllowList.of(expressions);
        this.steps = new StepUse(catalogue, expressions);
    }

    /** @param name the file's name without its extension */
    void check(XmlElement root, String name, Findings findings) {
        if (!root.is(bpmn("definitions"))) {
            findings.add(root, Rule.UNKNOWN_NAMESPACE, "the document is no BPMN 2.0 but " + Ns.shown(root.name()));
            return;
        }
        new AllowList(findings).check(root, allowed);
        process(root, name, findings);
        BpmnNames.check(root, findings);
        new References(root, findings).check(BpmnNames.REFERENCES);
        root.tree().filter(BpmnNames::isBpmn).forEach(element -> {
            structure(element, findings);
            steps.check(element, findings);
        });
    }

    private static void process(XmlElement root, String name, Findings findings) {
        List<XmlElement> processes = root.children(bpmn("process")).toList();
        if (processes.size() != 1) {
            findings.add(root, Rule.ONE_PROCESS, "the file contains " + processes.size() + " processes");
        }
        for (XmlElement process : processes) {
            if (!name.equals(process.attribute("id"))) {
                findings.add(
                        process, Rule.FILE_NAME, "the process is not called " + Findings.quoted(name) + " as its file");
            }
        }
    }

    private static void structure(XmlElement element, Findings findings) {
        String kind = element.localName();
        if (kind.equals("process") || kind.equals("subProcess")) {
            oneStart(element, findings);
        } else if (EVENTS_WITH_DEFINITION.contains(kind) || kind.equals("endEvent")) {
            definitions(element, findings);
        } else if (kind.equals("timerEventDefinition") && element.children().size() != 1) {
            findings.add(element, Rule.EVENT_DEFINITION, "a timer has exactly one date, duration or cycle");
        } else if (kind.equals("userTask")) {
            form(element, findings);
        }
    }

    private static void oneStart(XmlElement scope, Findings findings) {
        long starts = scope.children(bpmn("startEvent")).count();
        if (starts != 1) {
            findings.add(scope, Rule.START_EVENT, scope.localName() + " has " + starts + " start events and needs one");
        }
    }

    private static void definitions(XmlElement event, Findings findings) {
        List<XmlElement> definitions = event.children().stream()
                .filter(child -> child.localName().endsWith("EventDefinition"))
                .toList();
        if (definitions.size() > 1 || definitions.isEmpty() && EVENTS_WITH_DEFINITION.contains(event.localName())) {
            findings.add(
                    event,
                    Rule.EVENT_DEFINITION,
                    event.localName() + " has " + definitions.size() + " event definitions");
        }
        boolean errorEnd = event.is(bpmn("endEvent"))
                && definitions.stream().anyMatch(each -> each.is(bpmn("errorEventDefinition")));
        if (errorEnd && !event.parent().is(bpmn("subProcess"))) {
            findings.add(event, Rule.ERROR_END, "an error may end a sub-process only, where the journey can catch it");
        }
    }

    private static void form(XmlElement task, Findings findings) {
        boolean form = task.attribute(Ns.camunda("formRef")) != null;
        String binding = task.attribute(Ns.camunda("formRefBinding"));
        boolean version = task.attribute(Ns.camunda("formRefVersion")) != null;
        if (form != (binding != null)) {
            findings.add(task, Rule.USER_FORM, "camunda:formRef and camunda:formRefBinding need each other");
        } else if (version != "version".equals(binding)) {
            findings.add(task, Rule.USER_FORM, "camunda:formRefVersion belongs to the binding 'version'");
        }
    }
}
