package io.parcours.ui.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every way by which a model could reach the server it is read or run on, each aimed at the canary. */
class Attacks {

    /** The same models, had they nothing evil in them. */
    static final Attack HARMLESS_JOURNEY = Attack.task("harmless-journey", step("", ""));

    static final Attack HARMLESS_DECISION =
            Attack.decision("harmless-decision", "evil", "", "", input("", "segment"), output("", "\"full\"", "answer"));

    private final Canary canary;
    private final List<Attack> all = new ArrayList<>();

    private Attacks(Canary canary) {
        this.canary = canary;
    }

    static List<Attack> on(Canary canary) {
        Attacks attacks = new Attacks(canary);
        attacks.byScript();
        attacks.byClass();
        attacks.byExpression();
        attacks.byConnector();
        attacks.byDecision();
        attacks.byEntity();
        attacks.byReference();
        attacks.byForm();
        return attacks.all;
    }

    /** One of them again, for the proof that it is not harmless. */
    static Attack named(Canary canary, String fileName) {
        return on(canary).stream()
                .filter(attack -> attack.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private void byScript() {
        all.add(Attack.task("script-task", """
                <bpmn:scriptTask id="evil" scriptFormat="groovy"><bpmn:script>
                  new File('%s').createNewFile(); new URL('%s').text
                </bpmn:script></bpmn:scriptTask>""".formatted(canary.file("script-task"), url("script-task"))));
        all.add(Attack.task(
                "script-from-elsewhere",
                "<bpmn:scriptTask id=\"evil\" scriptFormat=\"groovy\" camunda:resource=\"%s\" />"
                        .formatted(url("script-from-elsewhere"))));
        all.add(Attack.task(
                "script-listener",
                step(
                        "",
                        "<camunda:executionListener event=\"start\">" + script("script-listener")
                                + "</camunda:executionListener>")));
        all.add(Attack.task(
                "script-input",
                step(
                        "",
                        "<camunda:inputOutput><camunda:inputParameter name=\"message\">" + script("script-input")
                                + "</camunda:inputParameter></camunda:inputOutput>")));
    }

    private void byClass() {
        String song = Song.class.getName();
        all.add(Attack.task("class-of-task", "<bpmn:serviceTask id=\"evil\" camunda:class=\"" + song + "\" />"));
        all.add(Attack.task(
                "class-of-listener", step("", "<camunda:executionListener event=\"start\" class=\"" + song + "\" />")));
        all.add(Attack.task(
                "class-of-task-listener",
                "<bpmn:userTask id=\"evil\"><bpmn:extensionElements><camunda:taskListener event=\"create\" class=\""
                        + song + "\" /></bpmn:extensionElements></bpmn:userTask>"));
        all.add(Attack.task(
                "class-of-mapping",
                "<bpmn:callActivity id=\"evil\" calledElement=\"complaint\" camunda:variableMappingClass=\"" + song
                        + "\" />"));
    }

    private void byExpression() {
        all.add(Attack.task(
                "expression-task",
                "<bpmn:serviceTask id=\"evil\" camunda:expression=\"" + reflection("expression-task") + "\" />"));
        all.add(Attack.task(
                "expression-delegate",
                "<bpmn:serviceTask id=\"evil\" camunda:delegateExpression=\"" + reflection("expression-delegate")
                        + "\" />"));
        all.add(Attack.task(
                "expression-in-name",
                "<bpmn:userTask id=\"evil\" name=\"" + reflection("expression-in-name") + "\" />"));
        all.add(Attack.task(
                "expression-in-field",
                step("", "<camunda:field name=\"text\" expression=\"" + reflection("expression-in-field") + "\" />")));
        all.add(Attack.task(
                "expression-in-input",
                step(
                        "",
                        "<camunda:inputOutput><camunda:inputParameter name=\"message\">"
                                + reflection("expression-in-input")
                                + "</camunda:inputParameter></camunda:inputOutput>")));
        all.add(Attack.journey(
                "expression-on-flow", "toEnd", "", "", step("", ""), """
                <bpmn:sequenceFlow id="toEnd" sourceRef="evil" targetRef="ended">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">%s</bpmn:conditionExpression>
                </bpmn:sequenceFlow>""".formatted(reflection("expression-on-flow"))));
    }

    private void byConnector() {
        all.add(Attack.task("connector", step("", """
                <camunda:connector>
                  <camunda:inputOutput>
                    <camunda:inputParameter name="url">%s</camunda:inputParameter>
                    <camunda:inputParameter name="method">GET</camunda:inputParameter>
                  </camunda:inputOutput>
                  <camunda:connectorId>http-connector</camunda:connectorId>
                </camunda:connector>""".formatted(url("connector")))));
    }

    private void byDecision() {
        String juel = " expressionLanguage=\"juel\"";
        all.add(Attack.decision(
                "juel-input", "evil", "", "", input(juel, reflection("juel-input")), output("", "\"full\"", "answer")));
        all.add(Attack.decision(
                "juel-output", "evil", "", "", input("", "segment", "what"), output(juel, reflection("juel-output"))));
        all.add(Attack.decision(
                "juel-everywhere",
                "tariffs",
                "",
                juel,
                input("", reflection("juel-everywhere")),
                output("", "'full'", "answer")));
        all.add(Attack.decision(
                "groovy-output",
                "evil",
                "",
                "",
                input("", "segment", "what"),
                output(
                        " expressionLanguage=\"groovy\"",
                        "new File('" + canary.file("groovy-output") + "').createNewFile()")));
        all.add(Attack.decision(
                "feel-java",
                "evil",
                "",
                "",
                input(
                        "",
                        "{ sing: function(place) external { java: { class: \"" + Song.class.getName()
                                + "\", method signature: \"of(java.lang.String)\" } }, sung: sing(\""
                                + canary.file("feel-java") + "\") }.sung"),
                output("", "\"full\"", "answer")));
    }

    /** What an XML parser fetches while it reads, before anybody has decided anything. */
    private void byEntity() {
        String entity = "<!DOCTYPE bpmn:definitions [<!ENTITY canary SYSTEM \"%s\">]>";
        String documented = step("<bpmn:documentation>&canary;</bpmn:documentation>", "");
        all.add(Attack.journey("entity", "entity.bpmn", entity.formatted(url("entity")), documented));
        all.add(Attack.journey("entity-utf16", "entity-utf16.bpmn", entity.formatted(url("entity-utf16")), documented)
                .in(StandardCharsets.UTF_16));
        all.add(Attack.journey(
                "entity-of-parameter",
                "entity-of-parameter.bpmn",
                "<!DOCTYPE bpmn:definitions [<!ENTITY %% canary SYSTEM \"%s\"> %%canary;]>"
                        .formatted(url("entity-of-parameter")),
                step("", "")));
        all.add(Attack.journey(
                "entity-of-doctype",
                "entity-of-doctype.bpmn",
                "<!DOCTYPE bpmn:definitions SYSTEM \"" + url("entity-of-doctype") + "\">",
                step("", "")));
        all.add(Attack.decision(
                "entity-of-decision",
                "entity-of-decision.dmn",
                "<!DOCTYPE definitions [<!ENTITY canary SYSTEM \"%s\">]>".formatted(url("entity-of-decision")),
                "",
                input("", "&canary;"),
                output("", "\"full\"", "answer")));
    }

    private void byReference() {
        all.add(Attack.journey(
                "stylesheet",
                "stylesheet.bpmn",
                "<?xml-stylesheet type=\"text/xsl\" href=\"" + url("stylesheet") + "\"?>",
                step("", "")));
        all.add(Attack.journey(
                "schema-location",
                "definitions",
                "",
                " xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL " + url("schema-location") + "\"",
                step("", ""),
                Attack.END));
        all.add(Attack.task(
                "inclusion",
                step(
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url("inclusion") + "\" />",
                        "")));
    }

    private void byForm() {
        all.add(Attack.form(
                "form-script", "{\"type\": \"script\", \"id\": \"evil\", \"url\": \"" + url("form-script") + "\"}"));
        all.add(Attack.form(
                "form-expression",
                "{\"type\": \"text\", \"id\": \"evil\", \"text\": \"" + reflection("form-expression") + "\"}"));
    }

    private String url(String attack) {
        return canary.address(attack);
    }

    /** From a string to any class, without naming a bean: the usual way out of an expression language. */
    private String reflection(String attack) {
        return "${''.getClass().forName('%s').newInstance().of('%s')}"
                .formatted(Song.class.getName(), canary.file(attack));
    }

    private String script(String attack) {
        return "<camunda:script scriptFormat=\"javascript\">java.nio.file.Files.createFile(java.nio.file.Path.of('"
                + canary.file(attack) + "'))</camunda:script>";
    }

    /** A step of the catalogue, with more inside it. */
    private static String step(String before, String extension) {
        String message = "<camunda:inputOutput><camunda:inputParameter name=\"message\">complaint.registered"
                + "</camunda:inputParameter></camunda:inputOutput>";
        return """
                <bpmn:sendTask id="evil" name="Dire" camunda:asyncBefore="true" camunda:delegateExpression="${say}">
                  %s<bpmn:extensionElements>%s</bpmn:extensionElements>
                </bpmn:sendTask>""".formatted(before, extension.contains("inputOutput") ? extension : message + extension);
    }

    private static String input(String language, String expression) {
        return input(language, expression, "evil");
    }

    private static String input(String language, String expression, String id) {
        return "<inputExpression id=\"%s\" typeRef=\"string\"%s><text>%s</text></inputExpression>"
                .formatted(id, language, expression);
    }

    private static String output(String language, String answer) {
        return output(language, answer, "evil");
    }

    private static String output(String language, String answer, String id) {
        return "<outputEntry id=\"%s\"%s><text>%s</text></outputEntry>".formatted(id, language, answer);
    }
}
