package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunction;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds our FEEL engine against Camunda's own: same value or same message, for everything that a table may contain. */
class FeelComparisonTest {

    private static final List<FeelCustomFunctionProvider> FUNCTIONS = List.of(new OddFunctions());
    private static final FeelEngine DEFAULT = new ScalaFeelEngineFactory(FUNCTIONS).createInstance();
    private static final FeelEngine OURS = new FeelEngines(FUNCTIONS).createInstance();

    private static final VariableMap VARIABLES = Variables.createVariables()
            .putValue("n", 7)
            .putValue("amount", 1234.5)
            .putValue("s", "Facture")
            .putValue("flag", true)
            .putValue("nothing", null)
            .putValue("words", List.of("réseau", "facture", "recharge"))
            .putValue("numbers", List.of(3, 1, 2))
            .putValue("customer", Map.of("segment", "GOLD", "lines", List.of(Map.of("offer", "A", "price", 5))))
            .putValue("day", LocalDate.of(2026, 3, 14));

    static Stream<Sample> expressions() {
        return Stream.of(
                        // numbers
                        "1",
                        "-1.5",
                        "n + 1",
                        "n - 10",
                        "n * 2.5",
                        "n / 2",
                        "n / 0",
                        "n ** 2",
                        "2 ** 0.5",
                        "-n",
                        "amount > 1000",
                        "n = 7.0",
                        "n != 7",
                        "n between 1 and 7",
                        "n in [1..7)",
                        "n in (1,5,7)",
                        "modulo(10, 3)",
                        "floor(1.7)",
                        "ceiling(1.2)",
                        "decimal(1/3, 2)",
                        "abs(-3)",
                        "sqrt(16)",
                        "odd(n)",
                        "even(n)",
                        "round up(1.234, 2)",
                        "1 + \"a\"",
                        "amount + nothing",
                        // text
                        "s",
                        "s + \" fausse\"",
                        "upper case(s)",
                        "lower case(s)",
                        "string length(s)",
                        "substring(s, 2, 3)",
                        "contains(s, \"act\")",
                        "starts with(s, \"F\")",
                        "matches(s, \"F.*e\")",
                        "replace(s, \"a\", \"o\")",
                        "split(\"a;b\", \";\")",
                        "string(n)",
                        "number(\"12.5\")",
                        "number(\"twelve\")",
                        "trim(\"  a \")",
                        "substring(s, 0)",
                        "upper case(n)",
                        // truth values and null
                        "flag and n > 3",
                        "flag or nothing",
                        "not(flag)",
                        "nothing",
                        "nothing = null",
                        "missing",
                        "missing.segment",
                        "missing + 1",
                        "if flag then 1 else 2",
                        "if nothing then 1 else 2",
                        "is defined(missing)",
                        "get or else(nothing, 3)",
                        // dates and durations
                        "date(\"2026-03-14\")",
                        "day",
                        "day + duration(\"P1D\")",
                        "day > date(\"2026-01-01\")",
                        "date(\"nonsense\")",
                        "time(\"10:15:00\")",
                        "date and time(\"2026-03-14T10:15:00Z\")",
                        "duration(\"PT2H\") + duration(\"PT30M\")",
                        "day.year",
                        "day of week(day)",
                        "years and months duration(date(\"2024-01-01\"), day)",
                        "@\"2026-03-14\"",
                        "today() instance of date",
                        "now() > date and time(\"2020-01-01T00:00:00Z\")",
                        // lists and contexts
                        "[1, 2, 3]",
                        "words[2]",
                        "words[-1]",
                        "words[9]",
                        "numbers[item > 1]",
                        "count(words)",
                        "sum(numbers)",
                        "min(numbers)",
                        "max([])",
                        "mean(numbers)",
                        "sort(numbers, function(a, b) a < b)",
                        "list contains(words, s)",
                        "append(numbers, n)",
                        "concatenate(numbers, [9])",
                        "distinct values([1, 1, 2])",
                        "flatten([[1], [2, [3]]])",
                        "index of(words, \"facture\")",
                        "for i in numbers return i * 2",
                        "for i in 1..3, j in [10, 20] return i + j",
                        "some w in words satisfies w = \"facture\"",
                        "every i in numbers satisfies i > 1",
                        "{a: 1, b: a + 1}",
                        "{a: 1}.a",
                        "{a: 1}.b",
                        "customer.segment",
                        "customer.lines[1].price",
                        "customer.lines.offer",
                        "get entries({a: 1})",
                        "context put({a: 1}, \"b\", 2)",
                        "numbers[item > \"a\"]",
                        "sum(words)",
                        // functions: own, unknown, wrongly called, throwing, asserting
                        "twice(n)",
                        "twice()",
                        "unknown(n)",
                        "unknown function(n)",
                        "abs()",
                        "abs(\"a\", 2, 3)",
                        "throwing()",
                        "1 + throwing()",
                        "[throwing()]",
                        "assert(n, n > 1)",
                        "assert(n, n > 100)",
                        "assert(n, n > 100, \"n is too small\")",
                        "[assert(nothing, nothing != null), 1]",
                        "{f: function(x) x + n, r: f(1)}.r",
                        "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
                        // not FEEL
                        "",
                        "n +",
                        "${n}",
                        "n ? 1 : 2",
                        "\"open",
                        "if flag then 1",
                        "n n")
                .map(text -> new Sample(text, false));
    }

    static Stream<Sample> unaryTests() {
        return Stream.of(
                        "-",
                        "7",
                        "8",
                        "6, 7",
                        "< 8",
                        "<= 7",
                        "> 7",
                        ">= 7",
                        "[1..7]",
                        "[1..7)",
                        "]7..9]",
                        "(1..7]",
                        "not(7)",
                        "not(1, 2)",
                        "not(> 5)",
                        "null",
                        "\"a\"",
                        "< \"a\"",
                        "7, \"a\"",
                        "n",
                        "n + 1",
                        "< n",
                        "missing",
                        "> missing",
                        "? > 5",
                        "? > 5 and flag",
                        "odd(?)",
                        "twice(?) = 14",
                        "twice(?)",
                        "\"text\"",
                        "true",
                        "flag",
                        "list contains(numbers, ?)",
                        "[5, 7]",
                        "numbers",
                        "unknown(?)",
                        "throwing()",
                        "? > throwing()",
                        "assert(?, ? > 100)",
                        "assert(?, ? > 1) = 7",
                        "date(\"2026-03-14\")",
                        "> date(\"2026-03-14\")",
                        "nothing",
                        "",
                        "< ",
                        "not(",
                        "${n > 1}",
                        "> 5, < ",
                        "customer.segment = \"GOLD\"",
                        "function(x) x > 1",
                        "some x in numbers satisfies x = ?")
                .map(text -> new Sample(text, true));
    }

    static List<Sample> samples() {
        return Stream.concat(expressions(), unaryTests()).toList();
    }

    @Test
    void thereIsEnoughToCompare() {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(samples().stream().map(sample -> sample.on(DEFAULT)).filter(o -> o.message() != null))
                .as("samples that fail")
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theResultIsThatOfTheDefaultEngine(Sample sample) {
        assertThat(sample.on(OURS)).isEqualTo(sample.on(DEFAULT));
        assertThat(sample.on(OURS)).as("again, from the cache").isEqualTo(sample.on(DEFAULT));
    }

    @Test
    void manyThreadsGetTheResultsOfOne() throws Exception {
        FeelEngine fresh = new FeelEngines(FUNCTIONS).createInstance();
        Map<Sample, Outcome> expected = new HashMap<>();
        samples().forEach(sample -> expected.put(sample, sample.on(DEFAULT)));
        List<Callable<List<Sample>>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            Random order = new Random(thread);
            work.add(() -> disagreements(fresh, expected, order));
        }
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var found : threads.invokeAll(work)) {
                assertThat(found.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Sample> disagreements(FeelEngine engine, Map<Sample, Outcome> expected, Random order) {
        List<Sample> found = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            List<Sample> shuffled = new ArrayList<>(expected.keySet());
            Collections.shuffle(shuffled, order);
            for (Sample sample : shuffled) {
                if (!sample.on(engine).equals(expected.get(sample))) {
                    found.add(sample);
                }
            }
        }
        return found;
    }

    @Test
    void aFailureOfOneEvaluationDoesNotReachTheNext() {
        assertThat(new Sample("assert(n, n > 100)", false).on(OURS).message()).contains("Assertion failure");
        assertThat(new Sample("n", false).on(OURS)).isEqualTo(new Sample("n", false).on(DEFAULT));
    }

    @Test
    void parsedExpressionsAreBounded() {
        var parsed = new ParsedExpressions(new org.camunda.feel.FeelEngine.Builder().build()::parseExpression);
        for (int i = 0; i < ParsedExpressions.LIMIT + 500; i++) {
            parsed.get(Integer.toString(i));
        }

        assertThat(parsed.size()).isBetween(1, ParsedExpressions.LIMIT);
        assertThat(parsed.get("7")).isSameAs(parsed.get("7"));
    }

    @Test
    void theFeelEngineIsTheOneThatOursWasMadeFor() throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                FeelEngine.class.getResourceAsStream("/META-INF/maven/org.camunda.feel/feel-engine/pom.properties")) {
            properties.load(Objects.requireNonNull(file));
        }

        assertThat(properties)
                .as("ReusingFeel repeats a private method of feel-scala: compare it anew before changing the version")
                .containsEntry("version", "1.19.3");
    }

    record Sample(String text, boolean unary) {

        Outcome on(FeelEngine engine) {
            VariableContext context = VARIABLES.asVariableContext();
            try {
                Object value = unary
                        ? engine.evaluateSimpleUnaryTests(text, "n", context)
                        : engine.evaluateSimpleExpression(text, context);
                return new Outcome(value, null);
            } catch (FeelException | ClassCastException e) {
                return new Outcome(e.getClass(), e.getMessage());
            }
        }
    }

    /** A value, or the kind of failure and its message. */
    record Outcome(Object value, String message) {}

    private static final class OddFunctions implements FeelCustomFunctionProvider {

        private static final Map<String, CustomFunction> FUNCTIONS = Map.of(
                "twice",
                CustomFunction.create()
                        .setParams("x")
                        .setFunction(arguments -> ((Number) arguments.get(0)).doubleValue() * 2)
                        .build(),
                "throwing",
                CustomFunction.create()
                        .setFunction(arguments -> {
                            throw new IllegalStateException("out of order");
                        })
                        .build());

        @Override
        public Optional<CustomFunction> resolveFunction(String name) {
            return Optional.ofNullable(FUNCTIONS.get(name));
        }

        @Override
        public Collection<String> getFunctionNames() {
            return FUNCTIONS.keySet();
        }
    }
}
