package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelSubsetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "type",
                "\"GOLD\"",
                "\"GOLD\",\"SILVER\"",
                "not(\"GOLD\", \"SILVER\")",
                ">= 1000",
                "[1..5]",
                "]1..5[",
                "(1..5)",
                "> 3 and < 7",
                "?>3",
                "if amount > 3 then (1) else (2)",
                "x in (1, 2)",
                "date and time(\"2026-01-01T00:00:00\")",
                "duration(\"PT4H\")",
                "@\"PT4H\"",
                "list contains([\"A\", \"B\"], motive)",
                "string length(text) > 3",
                "gold.rate * 2",
                "contains(upper case(text), \"FACTURE\")",
                "amount between 1 and (2 + 3)",
                "round half up(amount / 2, 0)",
                "\"a call: f(x).class // not code\"",
                "null",
                "today() - date(\"2026-01-01\")",
                "is defined(segment) and not(segment = null)"
            })
    void comparisonsAndBuiltInFunctionsAreAllowed(String text) {
        assertThat(FeelSubset.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) x",
                "function (x) external {java:{}}",
                "${x}",
                "#{x}",
                "customer.name()",
                "customer.getName()",
                "f(x)",
                "x.class",
                "x[class != null]",
                "get value(x, \"class\")",
                "get entries(x)",
                "(f)(x)",
                "[f][1](x)",
                "\"x\"(1)",
                "for i in 1..9 return i",
                "some x in y satisfies x",
                "every x in y satisfies x",
                "matches(x, \"a\")",
                "replace(x, y, z)",
                "split(x, y)",
                "2 ** 99999999",
                "{a: 1}",
                "a; b",
                "`class`",
                "/* x */ 1",
                "1 // x",
                "\"unclosed",
                "\"a\\\"b\"",
                "'x'",
                "java.lang.Runtime",
                "x instance of string",
                "getClass",
                "a.b.getClass()",
                "if f (x) then 1 else 2"
            })
    void everythingElseIsRefused(String text) {
        assertThat(FeelSubset.problem(text))
                .hasValueSatisfying(problem -> assertThat(problem.rule()).isEqualTo(Rule.FEEL));
    }
}
