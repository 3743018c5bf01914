package io.parcours.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the catalogue as element templates for Camunda Modeler (Camunda 7), so that analysts pick steps by name. */
public final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String ID_PREFIX = "io.parcours.step.";

    private final ObjectMapper json = new ObjectMapper();
    private final StepCatalogue catalogue;

    public ElementTemplates(StepCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One JSON array with a template a step, in the order of their ids. */
    public String json() {
        ArrayNode templates = json.createArrayNode();
        catalogue.all().forEach(step -> templates.add(template(step)));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(templates);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of texts cannot be written as JSON", impossible);
        }
    }

    static String idOf(Step step) {
        return ID_PREFIX + step.id();
    }

    private ObjectNode template(Step step) {
        ObjectNode template = json.createObjectNode()
                .put("$schema", SCHEMA)
                .put("name", step.name())
                .put("id", idOf(step));
        ArrayNode appliesTo = template.putArray("appliesTo");
        if (!step.waits()) {
            appliesTo.add("bpmn:Task");
            template.putObject("elementType").put("value", task(step));
        }
        appliesTo.add(task(step));
        if (String.valueOf(step.icon()).startsWith("data:image/")) {
            template.putObject("icon").put("contents", step.icon());
        }
        properties(template.putArray("properties"), step);
        return template;
    }

    private static String task(Step step) {
        if (step.waits()) {
            return "bpmn:ReceiveTask";
        }
        boolean decides = step.inputs().stream()
                .anyMatch(
                        input -> input.kind() == StepInput.Kind.DECISION_ID || input.kind() == StepInput.Kind.RULE_SET);
        if (decides) {
            return "bpmn:BusinessRuleTask";
        }
        return step.sends() ? "bpmn:SendTask" : "bpmn:ServiceTask";
    }

    private static void properties(ArrayNode properties, Step step) {
        if (!step.waits()) {
            bound(properties.addObject().put("type", "Hidden").put("value", step.expression()), "property")
                    .put("name", "camunda:delegateExpression");
        }
        if (step.sends()) {
            bound(properties.addObject().put("type", "Hidden").put("value", true), "property")
                    .put("name", "camunda:asyncBefore");
        }
        step.inputs().forEach(input -> input(properties.addObject(), input));
    }

    private static void input(ObjectNode property, StepInput input) {
        property.put("label", input.label())
                .put("description", input.kind().words())
                .put("type", input.kind() == StepInput.Kind.TEXT ? "Text" : "String");
        bound(property, "camunda:inputParameter").put("name", input.name());
        if (input.required()) {
            property.putObject("constraints").put("notEmpty", true);
        }
    }

    private static ObjectNode bound(ObjectNode property, String type) {
        return property.putObject("binding").put("type", type);
    }
}
