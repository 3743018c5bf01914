package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelOnlyTest {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n" %s>
              <decision id="tariff" name="tariff">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="age"><inputExpression id="ageOfCustomer" %s typeRef="integer"><text>age</text></inputExpression></input>
                  <output id="price" name="price" typeRef="integer"/>
                  <rule id="young">
                    <inputEntry id="youngAge" %s><text>%s</text></inputEntry>
                    <outputEntry id="youngPrice" %s><text>5 + 5</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private final DmnEngine engine = DmnConfiguration.create().buildEngine();

    @Test
    void aDecisionWithoutALanguageIsFeel() {
        assertThat(price(table("", "", "< 18", ""))).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feel",
                "FEEL",
                "http://www.omg.org/spec/FEEL/20140401",
                "http://www.omg.org/spec/DMN/20180521/FEEL/",
                "https://www.omg.org/spec/DMN/20191111/FEEL/"
            })
    void everyNameOfFeelIsAccepted(String name) {
        assertThat(price(table(language(name), language(name), "< 18", language(name))))
                .isEqualTo(10);
    }

    @Test
    void aJuelDecisionIsRefusedNamingItsElement() {
        assertThatThrownBy(() -> engine.parseDecision("tariff", table("", "", "${age < 18}", "", language("juel"))))
                .isInstanceOf(DmnTransformException.class)
                .hasMessageContaining("inputEntry 'youngAge'")
                .hasMessageContaining("'juel'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy", "http://www.omg.org/spec/FEEL/other"})
    void anotherLanguageIsRefusedWhereverItStands(String name) {
        String other = language(name);

        assertRefused(table(other, "", "< 18", ""), "definitions 'd'");
        assertRefused(table("", other, "< 18", ""), "inputExpression 'ageOfCustomer'");
        assertRefused(table("", "", "< 18", other), "outputEntry 'youngPrice'");
    }

    @Test
    void anotherLanguageIsRefusedInALiteralExpression() {
        var model = stream("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="tariff" name="tariff">
                    <variable id="result" name="result"/>
                    <literalExpression id="formula" expressionLanguage="juel"><text>${1 + 1}</text></literalExpression>
                  </decision>
                </definitions>
                """);

        assertRefused(model, "literalExpression 'formula'");
    }

    @Test
    void aWholeGraphOfDecisionsIsRefusedForOneOfThem() {
        assertThatThrownBy(() -> engine.parseDecisionRequirementsGraph(table("", "", "< 18", language("juel"))))
                .hasMessageContaining("outputEntry 'youngPrice'");
    }

    @Test
    void nothingButFeelCouldBeEvaluatedEither() {
        var configuration = DmnConfiguration.create();
        configuration.getTransformer().setTransformListeners(List.of());
        DmnEngine unchecked = configuration.buildEngine();

        for (String other : List.of("juel", "javascript", "groovy")) {
            var decision = unchecked.parseDecision("tariff", table("", "", "< 18", language(other)));
            assertThatThrownBy(() -> unchecked.evaluateDecisionTable(decision, Variables.putValue("age", 3)))
                    .hasStackTraceContaining("only FEEL is evaluated");
        }
    }

    @Test
    void theProcessEnginesOwnConfigurationIsSetUpTheSameWay() {
        var given = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();

        var configured = DmnConfiguration.configure(given);

        assertThat(configured).isSameAs(given);
        assertThat(configured.getFeelEngineFactory()).isInstanceOf(FeelEngines.class);
        assertThatThrownBy(() -> configured.buildEngine().parseDecision("tariff", table("", "", "1", language("juel"))))
                .hasMessageContaining("youngPrice");
    }

    private void assertRefused(InputStream model, String element) {
        assertThatThrownBy(() -> engine.parseDecision("tariff", model)).hasMessageContaining(element);
    }

    private Object price(InputStream model) {
        return engine.evaluateDecisionTable(engine.parseDecision("tariff", model), Variables.putValue("age", 12))
                .getSingleResult()
                .getSingleEntry();
    }

    private static String language(String name) {
        return "expressionLanguage=\"" + name + "\"";
    }

    private static InputStream table(String definitions, String input, String test, String output) {
        return table(definitions, input, test, output, "");
    }

    private static InputStream table(String definitions, String input, String test, String output, String inputEntry) {
        return stream(TABLE.formatted(definitions, input, inputEntry, test.replace("<", "&lt;"), output));
    }

    private static InputStream stream(String model) {
        return new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8));
    }
}
