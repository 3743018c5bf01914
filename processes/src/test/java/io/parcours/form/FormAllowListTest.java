package io.parcours.form;

import static io.parcours.form.Forms.choice;
import static io.parcours.form.Forms.field;
import static io.parcours.form.Forms.json;
import static io.parcours.form.Forms.problems;
import static io.parcours.form.Forms.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormAllowListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html",
                "iframe",
                "image",
                "expression",
                "table",
                "filepicker",
                "dynamiclist",
                "documentPreview",
                "x"
            })
    void aComponentThatCannotBeCheckedIsRefused(String type) {
        assertThat(problems(json("{\"type\": \"%s\", \"id\": \"a\"}".formatted(type))))
                .containsExactly("a component");
    }

    @Test
    void componentsThatTakeNothingAreAccepted() {
        assertThat(problems(json(
                        "{\"type\": \"text\", \"id\": \"a\", \"text\": \"Bonjour {{ customerName }}\"}",
                        "{\"type\": \"separator\", \"id\": \"b\"}",
                        "{\"type\": \"spacer\", \"id\": \"c\", \"height\": 8}",
                        "{\"type\": \"button\", \"id\": \"d\", \"label\": \"Valider\", \"action\": \"submit\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valuesKey\": \"motives\"",
                "\"valuesExpression\": \"=motives\"",
                "\"serializeToString\": true",
                "\"somethingNew\": 1",
                "\"layout\": {\"row\": \"a\", \"script\": 1}",
                "\"validate\": {\"increment\": 5}",
                "\"properties\": {\"onclick\": \"x\"}"
            })
    void anAttributeThatIsNotInUseIsRefused(String attribute) {
        assertThat(problems(json(field("number", "a", attribute)))).containsExactly("a attribute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"validate\": {\"required\": \"yes\", \"maxLength\": 5}",
                "\"validate\": {\"maxLength\": \"5\"}",
                "\"validate\": {\"maxLength\": \"=limit\"}",
                "\"validate\": {\"maxLength\": -5}",
                "\"validate\": {\"maxLength\": 5}, \"readonly\": \"=locked\"",
                "\"validate\": {\"maxLength\": 5}, \"conditional\": \"=true\""
            })
    void anAttributeOfTheWrongShapeIsRefused(String attribute) {
        assertThat(problems(json(field("textfield", "a", attribute)))).containsExactly("a attribute");
    }

    @Test
    void aTextWithoutALimitIsRefused() {
        assertThat(problems(json(field("textarea", "a", "")))).containsExactly("a limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"label\": \"=secret\"",
                "\"label\": \"{{#loop list}}\"",
                "\"description\": \"ok {{a}} {{a + b}}\""
            })
    void aTextThatIsAnExpressionIsRefused(String attribute) {
        assertThat(problems(json(field("number", "a", attribute)))).containsExactly("a expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1",
                "=a",
                "=a > 1",
                "=a = b",
                "=a in (1)",
                "=not(a = 1)",
                "=a = 1, a = 2",
                "=a = 1 and",
                "=(a = 1",
                "=a = 1)",
                "==a = 1",
                "=if a = 1 then true else false",
                "=unknown = 1",
                "=a = \\\"text\\\"",
                "=a = true",
                "=note = \\\"text\\\"",
                "=note = null",
                "=choice = \\\"NOT_ONE\\\"",
                "=self = 1"
            })
    void aConditionThatBrowserAndServerCouldReadDifferentlyIsRefused(String condition) {
        String hidden = field("number", "self", "\"conditional\": {\"hide\": \"%s\"}".formatted(condition));
        assertThat(problems(json(field("number", "a", ""), text("note"), choice("choice", "ONE"), hidden)))
                .containsExactly("self condition");
    }

    @Test
    void conditionsThatDependOnEachOtherInAChainAreRefusedFromTheThirdOn() {
        String second = hiddenBy("b", "a");
        String third = hiddenBy("c", "b");
        assertThat(problems(json(field("number", "a", ""), second, third))).isEmpty();
        assertThat(problems(json(field("number", "a", ""), second, third, hiddenBy("d", "c"))))
                .containsExactly("d condition");
        assertThat(problems(json(hiddenBy("a", "b"), hiddenBy("b", "a"))))
                .containsExactly("a condition", "b condition");
    }

    @ParameterizedTest
    @CsvSource({"=other", "=note", "=editable", "=a + b", "text"})
    void aLimitIsANumberOrAFieldThatOnlyShows(String limit) {
        assertThat(problems(json(
                        field("number", "editable", ""),
                        text("note"),
                        field("number", "a", "\"validate\": {\"max\": \"%s\"}".formatted(limit)))))
                .hasSize(1)
                .allMatch(problem -> problem.matches("a (limit|expression)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "_a", "a b", "null", "this", "__proto__"})
    void aKeyIsAPlainName(String key) {
        assertThat(problems(json("{\"type\": \"number\", \"id\": \"x\", \"key\": \"%s\"}".formatted(key))))
                .contains("x key");
    }

    @Test
    void keysAndIdsAreThereOnce() {
        assertThat(problems(json(field("number", "a", ""), field("number", "a", ""))))
                .containsExactly("a id", "a key");
        assertThat(problems(json(field("number", "a", ""), "{\"type\": \"text\", \"id\": \"x\"}", text("x"))))
                .containsExactly("x id", "x id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"values\": []",
                "\"values\": [{\"label\": \"a\", \"value\": \"A\"}, {\"label\": \"b\", \"value\": \"A\"}]",
                "\"values\": [{\"label\": \"a\", \"value\": \"label\"}, {\"label\": \"b\", \"value\": \"B\"}]",
            })
    void optionsAreThereAndDiffer(String values) {
        assertThat(problems(json(field("select", "a", values)))).containsOnly("a options");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"readonly\": true, \"defaultValue\": 1", "\"defaultValue\": \"1\"", "\"defaultValue\": 1.5"})
    void aDefaultThatCouldNotBeSubmittedIsRefused(String attributes) {
        assertThat(problems(json(field("number", "a", "\"decimalDigits\": 0, " + attributes))))
                .containsExactly("a default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "(a|b*)*", "\\\\1", "a(?=b)", "(?i)a", "[a", "a)", "(a", "*a", "a++", "\\\\p{L}"})
    void aPatternOutsideTheCommonSyntaxIsRefused(String pattern) {
        assertThat(problems(json(field(
                        "textfield", "a", "\"validate\": {\"maxLength\": 9, \"pattern\": \"%s\"}".formatted(pattern)))))
                .containsExactly("a pattern");
    }

    @Test
    void aPatternNeedsAShortText() {
        assertThat(problems(json(field("textfield", "a", "\"validate\": {\"maxLength\": 501, \"pattern\": \"a\"}"))))
                .containsExactly("a attribute");
    }

    @Test
    void aFormOfAnotherKindOrANewerSchemaIsRefused() {
        assertThat(problems("{\"id\": \"a\", \"type\": \"other\", \"schemaVersion\": 19}"))
                .containsExactly("form type");
        assertThat(problems("{\"id\": \"a\", \"type\": \"default\", \"schemaVersion\": 20}"))
                .containsExactly("form attribute", "form schema");
        assertThat(problems("{\"type\": \"default\", \"schemaVersion\": 19}")).containsExactly("form id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"id\": \"a\", \"id\": \"b\"}", "{} x"})
    void whatIsNotOneJsonObjectIsRefused(String json) {
        assertThat(problems(json)).containsExactly("form json");
    }

    @Test
    void aFormHasALimit() {
        String many = IntStream.range(0, 201)
                .mapToObj(i -> field("number", "a" + i, ""))
                .collect(Collectors.joining(","));
        assertThat(problems(json(many))).containsExactly("form limit");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThat(problems(json("{\"type\": \"html\", \"id\": \"a\"}", field("textarea", "b", "\"label\": \"=x\""))))
                .containsExactly("a component", "b expression", "b limit");
    }

    private static String hiddenBy(String key, String other) {
        return field("number", key, "\"conditional\": {\"hide\": \"=%s = 1\"}".formatted(other));
    }
}
