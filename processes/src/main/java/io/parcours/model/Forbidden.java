package io.parcours.model;

import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * Words for what the allow-lists leave out. It decides nothing: what is missing here is refused all the same, only in
 * more general terms.
 */
final class Forbidden {

    private static final Map<String, Rule> CAMUNDA_ELEMENTS = Map.of(
            "script", Rule.SCRIPT,
            "connector", Rule.CONNECTOR,
            "executionListener", Rule.LISTENER,
            "taskListener", Rule.LISTENER,
            "field", Rule.FIELD_INJECTION);
    private static final Map<String, Rule> CAMUNDA_ATTRIBUTES = Map.of(
            "class", Rule.JAVA_CODE,
            "expression", Rule.EXPRESSION,
            "delegateExpression", Rule.JAVA_CODE,
            "variableMappingClass", Rule.JAVA_CODE,
            "variableMappingDelegateExpression", Rule.JAVA_CODE,
            "formHandlerClass", Rule.JAVA_CODE,
            "resource", Rule.SCRIPT);
    private static final Map<String, Rule> BPMN_ELEMENTS = Map.of(
            "scriptTask", Rule.SCRIPT,
            "script", Rule.SCRIPT,
            "standardLoopCharacteristics", Rule.LOOP,
            "multiInstanceLoopCharacteristics", Rule.LOOP);
    private static final Set<String> EVENT_DEFINITIONS = Set.of(
            "messageEventDefinition",
            "timerEventDefinition",
            "errorEventDefinition",
            "signalEventDefinition",
            "escalationEventDefinition",
            "conditionalEventDefinition",
            "compensateEventDefinition",
            "cancelEventDefinition",
            "linkEventDefinition",
            "terminateEventDefinition");

    private Forbidden() {}

    static Problem element(XmlElement element) {
        String name = Ns.shown(element.name());
        return switch (element.name().getNamespaceURI()) {
            case Ns.BPMN -> bpmnElement(element, name);
            case Ns.CAMUNDA ->
                new Problem(
                        CAMUNDA_ELEMENTS.getOrDefault(element.localName(), Rule.UNKNOWN_ELEMENT),
                        name + " is not permitted" + within(element));
            case Ns.BPMN_DI, Ns.DC, Ns.DI, Ns.DMN, Ns.DMN_DI, Ns.DMN_DC, Ns.DMN_DI_LINE, Ns.CAMUNDA_DMN ->
                new Problem(Rule.UNKNOWN_ELEMENT, name + " is not permitted" + within(element));
            default -> new Problem(Rule.UNKNOWN_NAMESPACE, name + " is from a namespace that models do not use");
        };
    }

    static Problem attribute(QName attribute, XmlElement owner) {
        String sentence = Ns.shown(attribute) + " is not permitted on " + Ns.shown(owner.name());
        if (attribute.getNamespaceURI().equals(Ns.CAMUNDA)) {
            return new Problem(
                    CAMUNDA_ATTRIBUTES.getOrDefault(attribute.getLocalPart(), Rule.UNKNOWN_ATTRIBUTE), sentence);
        }
        return new Problem(Rule.UNKNOWN_ATTRIBUTE, sentence);
    }

    private static Problem bpmnElement(XmlElement element, String name) {
        if (EVENT_DEFINITIONS.contains(element.localName())) {
            return eventDefinition(element);
        }
        return new Problem(
                BPMN_ELEMENTS.getOrDefault(element.localName(), Rule.UNKNOWN_ELEMENT),
                name + " is not permitted" + within(element));
    }

    private static Problem eventDefinition(XmlElement definition) {
        if (!definition.parent().is(Ns.bpmn("startEvent"))) {
            return new Problem(
                    Rule.EVENT_DEFINITION, definition.localName() + " is not permitted" + within(definition));
        }
        // Shared models start their timers in system mode, where every tenant's data is in sight.
        return definition.localName().equals("timerEventDefinition")
                ? new Problem(Rule.TIMER_START, "a timerEventDefinition may not start a journey")
                : new Problem(Rule.START_EVENT, "a start event has no " + definition.localName());
    }

    private static String within(XmlElement element) {
        return element.parent() == null
                ? ""
                : " in " + Ns.shown(element.parent().name());
    }
}
