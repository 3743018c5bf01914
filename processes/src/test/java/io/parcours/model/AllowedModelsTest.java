package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedModelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"every-element.bpmn", "complaint-priority.dmn", "complaint-every-field.form"})
    void aModelOfEverythingThatIsOnTheListPasses(String file) {
        assertThat(Models.VALIDATOR.check(file, Models.allowed(file))).isEmpty();
        assertThatCode(() -> Models.VALIDATOR.require(file, Models.allowed(file)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startEvent",
                "endEvent",
                "sequenceFlow",
                "conditionExpression",
                "exclusiveGateway",
                "parallelGateway",
                "inclusiveGateway",
                "eventBasedGateway",
                "intermediateCatchEvent",
                "intermediateThrowEvent",
                "boundaryEvent",
                "messageEventDefinition",
                "timerEventDefinition",
                "errorEventDefinition",
                "terminateEventDefinition",
                "timeDate",
                "timeDuration",
                "timeCycle",
                "serviceTask",
                "sendTask",
                "businessRuleTask",
                "receiveTask",
                "userTask",
                "subProcess",
                "callActivity",
                "textAnnotation",
                "association",
                "group",
                "laneSet",
                "lane",
                "collaboration",
                "participant",
                "message",
                "error",
                "documentation"
            })
    void theExampleUsesEveryPermittedElement(String element) {
        String model = new String(Models.allowed("every-element.bpmn"), StandardCharsets.UTF_8);
        assertThat(model).containsPattern("<bpmn:" + element + "[ >]");
    }

    @Test
    void theExamplesAreWhatTheStandardsCallValid() {
        assertThatCode(() -> Bpmn.readModelFromStream(new ByteArrayInputStream(Models.allowed("every-element.bpmn"))))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        Dmn.readModelFromStream(new ByteArrayInputStream(Models.allowed("complaint-priority.dmn"))))
                .doesNotThrowAnyException();
    }

    @Test
    void theFolderIsNoPartOfTheName() {
        assertThat(Models.VALIDATOR.check("bpmn/every-element.bpmn", Models.allowed("every-element.bpmn")))
                .isEmpty();
    }

    @Test
    void aByteOrderMarkIsHarmless() {
        String form = new String(Models.allowed("complaint-every-field.form"), StandardCharsets.UTF_8);
        String model = new String(Models.allowed("every-element.bpmn"), StandardCharsets.UTF_8);
        assertThat(Models.VALIDATOR.check("complaint-every-field.form", marked(form)))
                .isEmpty();
        assertThat(Models.VALIDATOR.check("every-element.bpmn", marked(model))).isEmpty();
    }

    private static byte[] marked(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }
}
