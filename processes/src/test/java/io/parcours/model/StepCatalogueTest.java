package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepCatalogueTest {

    @Test
    void aStepIsFoundByItsIdAndByTheExpressionThatCallsIt() {
        assertThat(Models.CATALOGUE.ids()).containsExactly("ask", "decide", "say");
        assertThat(Models.CATALOGUE.find("say")).contains(Models.SAY);
        assertThat(Models.CATALOGUE.calledBy("${say}")).contains(Models.SAY);
        assertThat(Models.CATALOGUE.calledBy("#{say}")).isEmpty();
        assertThat(Models.CATALOGUE.find("launch")).isEmpty();
    }

    @Test
    void twoStepsCannotShareAnIdNorUseReservedNames() {
        List<Step> twice = List.of(Models.SAY, Models.SAY);
        assertThatThrownBy(() -> new StepCatalogue(twice)).hasMessageContaining("say");
        List<Step> reserved =
                List.of(new Step("notify", "x", List.of(), List.of(new StepOutput("task", "x")), List.of(), "", false));
        assertThatThrownBy(() -> new StepCatalogue(reserved)).hasMessageContaining("task");
    }

    @Test
    void everyStepHasATemplateThatBindsWhatTheValidatorAsksFor() throws Exception {
        JsonNode templates = new ObjectMapper().readTree(new ElementTemplates(Models.CATALOGUE).json());

        assertThat(templates).hasSize(3);
        JsonNode say = templates.get(2);
        assertThat(say.path("id").asText()).isEqualTo("io.parcours.step.say");
        assertThat(say.path("elementType").path("value").asText()).isEqualTo("bpmn:SendTask");
        assertThat(property(say, "camunda:delegateExpression").path("value").asText())
                .isEqualTo("${say}");
        assertThat(property(say, "camunda:asyncBefore").path("value").asBoolean())
                .isTrue();
        assertThat(property(say, "message").path("constraints").path("notEmpty").asBoolean())
                .isTrue();
        assertThat(property(say, "params").has("constraints")).isFalse();
        assertThat(say.path("icon").path("contents").asText()).isEqualTo(Models.SAY.icon());
        assertThat(templates.get(1).path("elementType").path("value").asText()).isEqualTo("bpmn:BusinessRuleTask");
        assertThat(property(templates.get(1), "camunda:asyncBefore").isMissingNode())
                .isTrue();
    }

    @Test
    void theStepThatWaitsIsATemplateForReceiveTasks() throws Exception {
        JsonNode ask = new ObjectMapper()
                .readTree(new ElementTemplates(Models.CATALOGUE).json())
                .get(0);
        assertThat(ask.path("appliesTo")).extracting(JsonNode::asText).containsExactly("bpmn:ReceiveTask");
        assertThat(property(ask, "camunda:delegateExpression").isMissingNode()).isTrue();
    }

    @Test
    void theDocumentationHasARowForEveryStep() {
        String markdown = new StepDocumentation(Models.CATALOGUE).markdown();
        assertThat(markdown.lines()).hasSize(2 + 3).allMatch(line -> line.startsWith("|") && line.endsWith("|"));
        assertThat(markdown)
                .contains("`message`*: Message (message code)")
                .contains("`answer`: La réponse \\| l'option choisie")
                .contains("`customerUnreachable`");
    }

    @Test
    void namesThatTheApplicationResolvesAreNoVariables() {
        ModelValidator strict = new ModelValidator(Models.CATALOGUE, List.of("reopened"));
        String model = new String(Models.allowed("every-element.bpmn"), StandardCharsets.UTF_8);
        assertThat(strict.check("every-element.bpmn", model.getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::element, Finding::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("isNotSatisfied", "expression"));
    }

    private static JsonNode property(JsonNode template, String boundTo) {
        return template.path("properties")
                .valueStream()
                .filter(each -> boundTo.equals(each.path("binding").path("name").asText()))
                .findFirst()
                .orElse(template.path("none"));
    }
}
