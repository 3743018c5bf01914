package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    private final Expressions expressions = new Expressions(Set.of("say", "decide"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${solved}",
                " ${ solved } ",
                "${!solved}",
                "${not solved}",
                "${outcome == 'SOLVED'}",
                "${outcome != \"À rappeler ?\"}",
                "${amount >= 1000.50 && amount < 5000}",
                "${amount ge 1000 and amount lt 5000 or reopened}",
                "${(a == null || b == true) && !(c eq false)}",
                "${!!solved}",
                "${((((solved))))}",
                "${case_number == ''}",
                "${executions == 2 and tasks == 1}",
                "${1 == 1}"
            })
    void comparisonsOfVariablesAndLiteralsAreAllowed(String expression) {
        assertThat(expressions.problem(expression)).isEmpty();
        assertThat(expressions.isAllowed(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "solved",
                "${}",
                "${ }",
                "#{solved}",
                "${solved",
                "$ {solved}",
                "${a}${b}",
                "${a} == ${b}",
                "Bonjour ${name}",
                "${${a}}",
                "\\${a}",
                // reaching into objects
                "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('id')}",
                "${\"\".class}",
                "${''['class']}",
                "${a.b}",
                "${a .b}",
                "${a. b}",
                "${a['b']}",
                "${a[0]}",
                "${a[b]}",
                "${(a).b}",
                "${(a)['b']}",
                "${1.class}",
                "${1.0.class}",
                "${bean.method()}",
                "${method()}",
                "${method ()}",
                "${now()}",
                "${ns:function()}",
                "${currentUser()}",
                "${S('<a/>')}",
                "${XML(x)}",
                "${a.b.c == 1}",
                "${true.class}",
                "${a\u002eb}",
                // what the engine puts there, and beans
                "${execution}",
                "${execution == 1}",
                "${task}",
                "${authenticatedUserId == 'x'}",
                "${caseExecution}",
                "${processEngine}",
                "${runtimeService}",
                "${say}",
                "${decide == null}",
                "${!say}",
                "${class}",
                // more language than needed
                "${a + b}",
                "${a - 1}",
                "${-a}",
                "${a * 2}",
                "${a / 2}",
                "${a div 2}",
                "${a mod 2 == 0}",
                "${a % 2 == 0}",
                "${a ? b : c}",
                "${empty a}",
                "${a instanceof b}",
                "${a = 1}",
                "${a; b}",
                "${a, b}",
                "${a -> b}",
                "${{1}}",
                "${[1, 2]}",
                "${a += 'x'}",
                "${a & b}",
                "${a | b}",
                "${a == b == c}",
                "${a < b < c}",
                "${a b}",
                "${a 1}",
                "${== 1}",
                "${a ==}",
                "${a &&}",
                "${(a}",
                "${a)}",
                "${()}",
                "${and}",
                // odd literals and names
                "${a == 'x}",
                "${a == 'x\\'y'}",
                "${a == '${b}'}",
                "${a == '#{b}'}",
                "${a == '}'}",
                "${a == 1e5}",
                "${a == 1.}",
                "${a == .5}",
                "${a == 1.2.3}",
                "${a == 0x1F}",
                "${a == 1L}",
                "${a == 12345678901234567890}",
                "${_a}",
                "${$a}",
                "${a$b}",
                "${é}",
                "${ａ}",
                "${a\u00a0== 1}",
                "${a\u0000}"
            })
    void everythingElseIsRefused(String expression) {
        assertThat(expressions.problem(expression)).isPresent();
        assertThat(expressions.isAllowed(expression)).isFalse();
    }

    @Test
    void neitherDepthNorLengthBreaksTheReader() {
        assertThat(expressions.isAllowed("${" + "(".repeat(30) + "a" + ")".repeat(30) + "}"))
                .isTrue();
        assertThat(expressions.isAllowed("${" + "(".repeat(400) + "a" + ")".repeat(400) + "}"))
                .isFalse();
        assertThat(expressions.isAllowed("${" + "a || ".repeat(100_000) + "a}")).isFalse();
        assertThat(expressions.isAllowed("${" + "a".repeat(200) + "}")).isFalse();
    }

    @Test
    void aValueIsPlainTextOrOneVariable() {
        assertThat(expressions.valueProblem("complaint.motive")).isEmpty();
        assertThat(expressions.valueProblem("50 % de {remise} # 1 $")).isEmpty();
        assertThat(expressions.valueProblem(" ${description} ")).isEmpty();
        assertThat(expressions.valueProblem("${a == b}"))
                .hasValueSatisfying(text -> assertThat(text).contains("only"));
        assertThat(expressions.valueProblem("dear ${a}")).isPresent();
        assertThat(expressions.valueProblem("${say}")).isPresent();
        assertThat(expressions.valueProblem("#{a}")).isPresent();
    }

    @Test
    void theVariablesThatAConditionReadsAreKnown() {
        assertThat(expressions.variables("${amount > 5 and !(solved or outcome == 'amount2')}"))
                .containsExactlyInAnyOrder("amount", "solved", "outcome");
        assertThatThrownBy(() -> expressions.variables("${a.b}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stepsAndWhatTheEngineResolvesAreNoVariables() {
        assertThat(expressions.isVariableName("solved")).isTrue();
        assertThat(expressions.isVariableName("say")).isFalse();
        assertThat(Expressions.RESERVED).noneMatch(expressions::isVariableName);
    }
}
