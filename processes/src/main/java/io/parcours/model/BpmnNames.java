package io.parcours.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids of a process model: unique, given by a person, and in camel case where they are a name in the journey. */
final class BpmnNames {

    private static final Set<String> ACTIVITIES = Set.of(
            "serviceTask", "sendTask", "businessRuleTask", "receiveTask", "userTask", "subProcess", "callActivity");
    private static final Set<String> NODES = Stream.concat(
                    ACTIVITIES.stream(),
                    Stream.of(
                            "startEvent",
                            "endEvent",
                            "intermediateCatchEvent",
                            "intermediateThrowEvent",
                            "boundaryEvent",
                            "exclusiveGateway",
                            "inclusiveGateway",
                            "parallelGateway",
                            "eventBasedGateway"))
            .collect(Collectors.toUnmodifiableSet());

    /** What editors show nowhere, so that nobody could name it. */
    private static final Set<String> UNNAMED =
            Set.of("definitions", "laneSet", "childLaneSet", "category", "categoryValue");

    /** Which attribute, or text, must point at which kinds of element; an empty set stands for any. */
    static final Map<String, Set<String>> REFERENCES = Map.ofEntries(
            Map.entry("sourceRef", Set.of()),
            Map.entry("targetRef", Set.of()),
            Map.entry("attachedToRef", ACTIVITIES),
            Map.entry("messageRef", Set.of("message")),
            Map.entry("errorRef", Set.of("error")),
            Map.entry("processRef", Set.of("process")),
            Map.entry("categoryValueRef", Set.of("categoryValue")),
            Map.entry("default", Set.of("sequenceFlow")),
            Map.entry("incoming", Set.of("sequenceFlow")),
            Map.entry("outgoing", Set.of("sequenceFlow")),
            Map.entry("flowNodeRef", NODES),
            Map.entry("bpmnElement", Set.of()));

    private BpmnNames() {}

    static boolean isBpmn(XmlElement element) {
        return element.name().getNamespaceURI().equals(Ns.BPMN);
    }

    static void check(XmlElement root, Findings findings) {
        Set<String> seen = new HashSet<>();
        root.tree().filter(each -> each.attribute("id") != null).forEach(element -> {
            String id = element.attribute("id");
            if (!seen.add(id)) {
                findings.add(element, Rule.ID, "the id " + Findings.quoted(id) + " is given twice");
            } else if (isBpmn(element)) {
                name(element, id, findings);
            }
        });
    }

    private static void name(XmlElement element, String id, Findings findings) {
        String kind = element.localName();
        if (UNNAMED.contains(kind) || kind.endsWith("EventDefinition") || element.parent() == null) {
            return;
        }
        if (Names.looksGenerated(id)) {
            findings.add(element, Rule.GENERATED_ID, kind + " still has the id that the editor made up");
        } else if (kind.equals("process") && !Names.isKebab(id)) {
            findings.add(element, Rule.NAME, "the process is not named in kebab case");
        } else if (NODES.contains(kind) && !Names.isCamel(id)) {
            findings.add(element, Rule.NAME, kind + " is not named in camel case");
        }
    }
}
