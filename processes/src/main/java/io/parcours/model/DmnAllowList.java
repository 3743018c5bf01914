package io.parcours.model;

import static io.parcours.model.Ns.dmn;

import java.util.Optional;
import javax.xml.namespace.QName;

/** What a decision model may contain. */
final class DmnAllowList {

    private static final ValueCheck FEEL_LANGUAGE = Values.require(
            value -> value.equalsIgnoreCase("feel")
                    || value.equals("http://www.omg.org/spec/FEEL/20140401")
                    || value.equals("http://www.omg.org/spec/DMN/20180521/FEEL/")
                    || value.equals("https://www.omg.org/spec/DMN/20191111/FEEL/"),
            Rule.EXPRESSION_LANGUAGE,
            "FEEL");
    private static final ValueCheck TYPES =
            Values.oneOf("string", "boolean", "integer", "long", "double", "number", "date", "dateTime");

    private DmnAllowList() {}

    static ElementSpec definitions() {
        return named().with(Values::plain, "namespace", "exporter", "exporterVersion")
                .with(FEEL_LANGUAGE, "expressionLanguage")
                .with(Ns.modeler("executionPlatform"), Values::plain)
                .with(Ns.modeler("executionPlatformVersion"), Values::plain)
                .child(dmn("decision"), decision())
                .child(dmn("inputData"), named().child(dmn("variable"), variable()))
                .child(dmn("knowledgeSource"), named())
                .child(dmn("textAnnotation"), annotation())
                .child(dmn("association"), association())
                .child(DmnDrawing.ROOT, DmnDrawing.root());
    }

    private static ElementSpec decision() {
        ElementSpec information = requirement("requiredDecision", "requiredInput");
        return named().requiring(Values::kebab, "id")
                .requiring(Rule.TIME_TO_LIVE, camunda("historyTimeToLive"), Values::timeToLive)
                .with(camunda("versionTag"), Values::plain)
                .child(dmn("question"), new ElementSpec().text(Values::plain))
                .child(dmn("allowedAnswers"), new ElementSpec().text(Values::plain))
                .child(dmn("variable"), variable())
                .child(dmn("informationRequirement"), information)
                .child(
                        dmn("authorityRequirement"),
                        requirement("requiredAuthority", "requiredDecision", "requiredInput"))
                .child(dmn("decisionTable"), table())
                .child(dmn("literalExpression"), expression());
    }

    private static ElementSpec table() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values.oneOf("UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER"), "hitPolicy")
                .with(Values.oneOf("SUM", "MIN", "MAX", "COUNT"), "aggregation")
                .with(Values.oneOf("Rule-as-Row"), "preferredOrientation")
                .with(Values::plain, "outputLabel")
                .with(width("annotationsWidth"), Values::coordinate)
                .child(dmn("description"), new ElementSpec().text(Values::plain))
                .child(dmn("input"), input())
                .child(dmn("output"), output())
                .child(dmn("annotation"), new ElementSpec().with(Values::plain, "name"))
                .child(dmn("rule"), rule());
    }

    private static ElementSpec input() {
        return clause().with(camunda("inputVariable"), DmnAllowList::variableName)
                .child(dmn("inputExpression"), expression())
                .child(dmn("inputValues"), expression());
    }

    private static ElementSpec output() {
        return clause().requiring(DmnAllowList::variableName, "name")
                .with(TYPES, "typeRef")
                .child(dmn("outputValues"), expression());
    }

    private static ElementSpec clause() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "label")
                .with(width("width"), Values::coordinate)
                .child(dmn("description"), new ElementSpec().text(Values::plain));
    }

    private static ElementSpec rule() {
        ElementSpec annotationEntry = new ElementSpec().child(dmn("text"), new ElementSpec().text(Values::plain));
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "label")
                .child(dmn("description"), new ElementSpec().text(Values::plain))
                .child(dmn("inputEntry"), expression())
                .child(dmn("outputEntry"), expression())
                .child(dmn("annotationEntry"), annotationEntry);
    }

    private static ElementSpec expression() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "label")
                .with(TYPES, "typeRef")
                .with(FEEL_LANGUAGE, "expressionLanguage")
                .child(dmn("description"), new ElementSpec().text(Values::plain))
                .child(dmn("text"), new ElementSpec().text(FeelSubset::problem));
    }

    private static ElementSpec variable() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "name")
                .with(TYPES, "typeRef");
    }

    private static ElementSpec requirement(String... targets) {
        ElementSpec requirement = new ElementSpec().with(Values::id, "id");
        for (String target : targets) {
            requirement.child(dmn(target), new ElementSpec().requiring(Values::plain, "href"));
        }
        return requirement;
    }

    private static ElementSpec annotation() {
        return new ElementSpec().with(Values::id, "id").child(dmn("text"), new ElementSpec().text(Values::plain));
    }

    private static ElementSpec association() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values.oneOf("None", "One", "Both"), "associationDirection")
                .child(dmn("sourceRef"), new ElementSpec().requiring(Values::plain, "href"))
                .child(dmn("targetRef"), new ElementSpec().requiring(Values::plain, "href"));
    }

    private static ElementSpec named() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "name")
                .child(dmn("description"), new ElementSpec().text(Values::plain));
    }

    private static Optional<Problem> variableName(String value) {
        return Values.require(Names::isVariable, Rule.NAME, "a variable's name").problem(value);
    }

    private static QName camunda(String local) {
        return new QName(Ns.CAMUNDA_DMN, local);
    }

    private static QName width(String local) {
        return new QName(Ns.BIO_DMN, local);
    }
}
