package io.parcours.ui.studio;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A model that would run what its author likes on the server.
 *
 * @param element that the refusal has to name
 */
record Attack(String fileName, String element, byte[] content) {

    static Attack journey(String id, String element, String prolog, String task) {
        return journey(id, element, prolog, "", task, END);
    }

    static Attack task(String id, String task) {
        return journey(id, "evil", "", "", task, END);
    }

    static Attack journey(String id, String element, String prolog, String root, String task, String end) {
        return new Attack(id + ".bpmn", element, bytes(JOURNEY.formatted(prolog, root, id, task, end)));
    }

    /** One decision table with one rule: {@code input} is its expression, {@code output} the rule's answer. */
    static Attack decision(String id, String element, String prolog, String root, String input, String output) {
        return new Attack(id + ".dmn", element, bytes(DECISION.formatted(prolog, root, id, input, output)));
    }

    static Attack form(String id, String component) {
        return new Attack(id + ".form", "evil", bytes(FORM.formatted(id, component)));
    }

    Attack in(Charset encoding) {
        String declared = text().replace("UTF-8", encoding.name());
        return new Attack(fileName, element, declared.getBytes(encoding));
    }

    String id() {
        return fileName.substring(0, fileName.indexOf('.'));
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return fileName;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static final String END = "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"evil\" targetRef=\"ended\" />";

    private static final String JOURNEY = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                              xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                              targetNamespace="https://parcours.io/models"%s>
              <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="begun" />
                <bpmn:sequenceFlow id="toTask" sourceRef="begun" targetRef="evil" />
                %s
                %s
                <bpmn:endEvent id="ended" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                         xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                         id="tariffs" name="Tarifs" namespace="https://parcours.io/models"%s>
              <decision id="%s" name="Tarif" camunda:historyTimeToLive="P180D">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="segmentInput">
                    %s
                  </input>
                  <output id="tariffOutput" name="tariff" typeRef="string" />
                  <rule id="anybody">
                    <inputEntry id="anySegment"><text></text></inputEntry>
                    %s
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String FORM = """
            {"id": "%s", "type": "default", "schemaVersion": 19, "components": [%s]}
            """;
}
