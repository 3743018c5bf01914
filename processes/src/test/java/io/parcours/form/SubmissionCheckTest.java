package io.parcours.form;

import static io.parcours.form.Forms.choice;
import static io.parcours.form.Forms.errors;
import static io.parcours.form.Forms.field;
import static io.parcours.form.Forms.formOf;
import static io.parcours.form.Forms.refusals;
import static io.parcours.form.Forms.text;
import static io.parcours.form.Forms.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionCheckTest {

    private static final String QUESTION_WHEN_ASKED = field("textarea", "precision", """
            "conditional": {"hide": "=outcome != \\"ASK\\""}, "validate": {"required": true, "maxLength": 300}""");
    private static final String CEILING = field("number", "ceiling", "\"readonly\": true");

    private final FormSchema asking = formOf(choice("outcome", "SOLVED", "ASK"), QUESTION_WHEN_ASKED);

    @Test
    void aFieldThatTheFormDoesNotHaveIsRefused() {
        FormSchema form = formOf(text("note"));
        assertThat(refusals(form, with("note", "a", "approvedBy", "me"))).containsExactly("approvedBy unknownField");
        assertThat(refusals(form, with("approvedBy", null))).containsExactly("approvedBy unknownField");
    }

    @Test
    void aMadeUpNameCannotForgeALogLine() {
        FieldError error = errors(formOf(text("note")), with("x\n" + "y".repeat(500), 1), Map.of())
                .get(0);
        assertThat(error.field()).startsWith("x?yyy").hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u00a0\u200b"})
    void aRequiredTextIsNotBlank(String raw) {
        FormSchema form = formOf(field("textarea", "note", "\"validate\": {\"required\": true, \"maxLength\": 9}"));
        assertThat(refusals(form, with("note", raw))).containsExactly("note required");
        assertThat(refusals(form, with())).containsExactly("note required");
        assertThat(refusals(form, with("note", null))).containsExactly("note required");
    }

    @Test
    void aRequiredCheckboxIsTicked() {
        FormSchema form = formOf(field("checkbox", "read", "\"validate\": {\"required\": true}"));
        assertThat(refusals(form, with("read", false))).containsExactly("read required");
        assertThat(refusals(form, with("read", true))).isEmpty();
    }

    @Test
    void aRequiredChecklistHasAChoice() {
        FormSchema form = formOf(field(
                "checklist",
                "channels",
                "\"values\": [{\"label\": \"a\", \"value\": \"SMS\"}], \"validate\": {\"required\": true}"));
        assertThat(refusals(form, with("channels", List.of()))).containsExactly("channels required");
    }

    @Test
    void everyRefusalIsToldAtOnceInTheOrderOfTheForm() {
        FormSchema form = formOf(
                field("number", "amount", ""),
                field("textarea", "note", "\"validate\": {\"required\": true, \"maxLength\": 9}"));
        assertThat(refusals(form, with("other", 1, "amount", "1")))
                .containsExactly("other unknownField", "amount type", "note required");
    }

    @Test
    void aFieldThatWasClearedIsNullAndOneThatWasNotSentIsAbsent() {
        FormSchema form = formOf(text("note"), text("other"));
        assertThat(form.check(with("note", " "))).containsExactly(entry("note", null));
    }

    @Test
    void aFieldIsRequiredOnlyWhenItIsShown() {
        assertThat(refusals(asking, with("outcome", "ASK"))).containsExactly("precision required");
        assertThat(refusals(asking, with("outcome", "SOLVED"))).isEmpty();
    }

    @Test
    void aHiddenFieldMayBeSentEmptyAndIsDropped() {
        assertThat(asking.check(with("outcome", "SOLVED", "precision", " ")))
                .containsExactly(entry("outcome", "SOLVED"));
    }

    @Test
    void aHiddenFieldMayNotBeSentFilled() {
        assertThat(refusals(asking, with("outcome", "SOLVED", "precision", "Quel mois ?")))
                .containsExactly("precision hidden");
        assertThat(refusals(asking, with("outcome", "SOLVED", "precision", 12))).containsExactly("precision hidden");
        assertThat(refusals(asking, with("precision", "Quel mois ?"))).containsExactly("precision hidden");
    }

    @Test
    void aFieldIsHiddenWithTheGroupAroundIt() {
        FormSchema form = formOf(choice("outcome", "SOLVED", "ASK"), """
                {"type": "group", "id": "asking", "conditional": {"hide": "=outcome != \\"ASK\\""},
                 "components": [%s]}""".formatted(text("precision")));
        assertThat(refusals(form, with("outcome", "ASK", "precision", "a"))).isEmpty();
        assertThat(refusals(form, with("outcome", "SOLVED", "precision", "a"))).containsExactly("precision hidden");
    }

    @Test
    void aHiddenFieldIsEmptyForTheConditionsThatLookAtIt() {
        FormSchema form = formOf(
                choice("outcome", "SOLVED", "ASK"),
                choice("by", "SMS", "CALL")
                        .replace("\"key\"", "\"conditional\": {\"hide\": \"=outcome != \\\"ASK\\\"\"}, \"key\""),
                text("number").replace("\"key\"", "\"conditional\": {\"hide\": \"=by != \\\"CALL\\\"\"}, \"key\""));
        assertThat(refusals(form, with("outcome", "ASK", "by", "CALL", "number", "1")))
                .isEmpty();
        assertThat(refusals(form, with("outcome", "SOLVED", "by", "CALL", "number", "1")))
                .containsExactly("by hidden", "number hidden");
    }

    @Test
    void aFieldCanBeRequiredByACondition() {
        FormSchema form = formOf(choice("decision", "APPROVED", "REFUSED"), field("textarea", "comment", """
                        "validate": {"maxLength": 9}, "properties": {"requiredWhen": "=decision = \\"REFUSED\\""}"""));
        assertThat(refusals(form, with("decision", "REFUSED", "comment", ""))).containsExactly("comment required");
        assertThat(refusals(form, with("decision", "APPROVED", "comment", ""))).isEmpty();
        assertThat(refusals(form, with("decision", "APPROVED", "comment", "fine")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readonly", "disabled"})
    void aFieldThatOnlyShowsMayBeRepeatedButNotChanged(String attribute) {
        FormSchema form = formOf(field("number", "ceiling", "\"%s\": true".formatted(attribute)));
        Map<String, Object> shown = with("ceiling", new BigDecimal("5000.00"));
        assertThat(form.check(with("ceiling", 5000), shown)).isEmpty();
        assertThat(form.check(with("ceiling", null), shown)).isEmpty();
        assertThat(form.check(with(), shown)).isEmpty();
        assertThat(refusals(form, with("ceiling", 90000), shown)).containsExactly("ceiling readOnly");
        assertThat(refusals(form, with("ceiling", "5000.0"), shown)).containsExactly("ceiling readOnly");
        assertThat(refusals(form, with("ceiling", 5000))).containsExactly("ceiling readOnly");
    }

    @Test
    void aLimitCanBeAShownValueWhateverTheSubmissionClaims() {
        FormSchema form = formOf(CEILING, field("number", "amount", "\"validate\": {\"max\": \"=ceiling\"}"));
        Map<String, Object> shown = with("ceiling", 5000);
        assertThat(refusals(form, with("amount", 5000), shown)).isEmpty();
        assertThat(refusals(form, with("amount", 5001), shown)).containsExactly("amount tooLarge");
        assertThat(refusals(form, with("amount", 6000, "ceiling", 9000), shown))
                .containsExactly("ceiling readOnly", "amount tooLarge");
    }

    @Test
    void aLimitThatWasNotShownIsAnErrorOfTheCaller() {
        FormSchema form = formOf(CEILING, field("number", "amount", "\"validate\": {\"max\": \"=ceiling\"}"));
        assertThatIllegalStateException()
                .isThrownBy(() -> form.check(with("amount", 1)))
                .withMessageContaining("ceiling");
    }

    @Test
    void aConditionCanLookAtAShownValue() {
        FormSchema form = formOf(
                CEILING, text("reason").replace("\"key\"", "\"conditional\": {\"hide\": \"=ceiling = 0\"}, \"key\""));
        assertThat(refusals(form, with("reason", "a"), with("ceiling", 10))).isEmpty();
        assertThat(refusals(form, with("reason", "a"), with("ceiling", 0))).containsExactly("reason hidden");
        assertThat(refusals(form, with("reason", "a", "ceiling", 10), with("ceiling", 0)))
                .containsExactly("ceiling readOnly", "reason hidden");
    }

    @Test
    void aMessageNeverQuotesWhatWasSubmitted() {
        assertThatThrownBy(() -> asking.check(with("outcome", "secret")))
                .isInstanceOf(InvalidSubmission.class)
                .hasMessage("outcome: notAnOption");
    }

    @Test
    void aSubmissionFromTheBrowserIsReadExactly() {
        Map<String, Object> submission = FormSchema.readSubmission("{\"price\": 0.1, \"note\": null}");
        assertThat(submission).containsExactly(entry("price", new BigDecimal("0.1")), entry("note", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"a\"", "{\"a\": 1, \"a\": 2}", "{} {}", "{\"a\": NaN}", "{"})
    void whatIsNotOneJsonObjectIsRefused(String json) {
        assertThatThrownBy(() -> FormSchema.readSubmission(json)).isInstanceOf(InvalidSubmission.class);
    }

    @Test
    void aSubmissionFromTheBrowserHasALimit() {
        assertThatThrownBy(() -> FormSchema.readSubmission("{\"a\": \"" + "x".repeat(200_000) + "\"}"))
                .isInstanceOf(InvalidSubmission.class);
        assertThatThrownBy(() -> FormSchema.readSubmission("{\"a\": " + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .isInstanceOf(InvalidSubmission.class);
        assertThatThrownBy(() -> FormSchema.readSubmission("{\"a\": 1" + "0".repeat(5000) + "}"))
                .isInstanceOf(InvalidSubmission.class);
    }
}
