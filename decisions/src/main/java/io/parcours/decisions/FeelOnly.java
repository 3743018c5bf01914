package io.parcours.decisions;

import java.util.Locale;
import java.util.Set;
import javax.script.ScriptEngine;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElExpression;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** Refuses every expression language but FEEL: when a decision is read, and again should one get as far as evaluation. */
final class FeelOnly implements DmnTransformListener {

    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE.toLowerCase(Locale.ROOT),
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12.toLowerCase(Locale.ROOT),
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13.toLowerCase(Locale.ROOT),
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14.toLowerCase(Locale.ROOT),
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15.toLowerCase(Locale.ROOT));

    static ElExpression refuseExpression(String expression) {
        throw new IllegalArgumentException("only FEEL is evaluated, not the expression '" + expression + "'");
    }

    static ScriptEngine refuseLanguage(String language) {
        throw new IllegalArgumentException("only FEEL is evaluated, not the language '" + language + "'");
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision dmnDecision) {
        Definitions definitions = (Definitions) decision.getParentElement();
        check(definitions, definitions.getExpressionLanguage());
        var model = decision.getModelInstance();
        for (var literal : model.getModelElementsByType(LiteralExpression.class)) {
            check(literal, literal.getExpressionLanguage());
        }
        for (var tests : model.getModelElementsByType(UnaryTests.class)) {
            check(tests, tests.getExpressionLanguage());
        }
    }

    private static void check(DmnElement element, String language) {
        if (language != null && !FEEL.contains(language.toLowerCase(Locale.ROOT))) {
            String name = element.getElementType().getTypeName() + " '" + element.getId() + "'";
            throw new IllegalArgumentException(name + " is in the language '" + language + "': only FEEL is evaluated");
        }
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl dmnInput) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl dmnOutput) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl dmnRule) {}

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {}
}
