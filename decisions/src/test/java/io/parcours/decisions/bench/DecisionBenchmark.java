package io.parcours.decisions.bench;

import io.parcours.decisions.ComplaintPriority;
import io.parcours.decisions.ComplaintPriority.Case;
import io.parcours.decisions.DmnConfiguration;
import io.parcours.decisions.InboundRouting;
import io.parcours.decisions.InboundRouting.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a decision costs with our FEEL factory and with Camunda's own, all else being equal. The contenders take turns, so that
 * a noisy machine is noisy for both. No test: docs/performance.md has the command.
 */
public final class DecisionBenchmark {

    private static final int WARM_UP = 6;
    private static final int ROUNDS = 10;
    private static final long ROUND_NANOS = 500_000_000L;

    private record Sample(String name, String decision, Map<String, Object> inputs) {}

    private record Contender(String name, DmnEngine engine) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "complaint-priority, first row",
                    ComplaintPriority.DECISION,
                    new Case("TECHNICAL", "GOLD", 2, null, true).inputs()),
            new Sample(
                    "complaint-priority, last row",
                    ComplaintPriority.DECISION,
                    new Case("RELATIONAL", "STANDARD", 0, null, false).inputs()),
            new Sample(
                    "inbound-routing, last row",
                    InboundRouting.DECISION,
                    new Arrival("sms", "demo", "MA", true).inputs()));

    private DecisionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        DefaultDmnEngineConfiguration stock = DmnConfiguration.create();
        stock.setFeelEngineFactory(new ScalaFeelEngineFactory());
        List<Contender> contenders = List.of(
                new Contender("ours", DmnConfiguration.create().buildEngine()),
                new Contender("Camunda's", stock.buildEngine()));
        System.out.printf("%-32s %-10s %10s %10s %10s%n", "decision", "FEEL", "median µs", "least", "most");
        for (Sample sample : SAMPLES) {
            measure(sample, contenders);
        }
    }

    private static void measure(Sample sample, List<Contender> contenders) throws IOException {
        List<DmnDecision> parsed = new ArrayList<>();
        List<List<Double>> micros = new ArrayList<>();
        for (Contender contender : contenders) {
            parsed.add(parse(contender.engine(), sample.decision()));
            micros.add(new ArrayList<>());
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                double mean = round(contenders.get(i).engine(), parsed.get(i), sample.inputs());
                if (round >= 0) {
                    micros.get(i).add(mean);
                }
            }
        }
        for (int i = 0; i < contenders.size(); i++) {
            print(sample, contenders.get(i), micros.get(i).stream().sorted().toList());
        }
    }

    /** Mean microseconds of one decision over half a second of them. */
    private static double round(DmnEngine engine, DmnDecision decision, Map<String, Object> inputs) {
        long begin = System.nanoTime();
        long end = begin;
        long answers = 0;
        while (end - begin < ROUND_NANOS) {
            answers += engine.evaluateDecisionTable(decision, Variables.fromMap(inputs))
                    .size();
            end = System.nanoTime();
        }
        return (end - begin) / 1_000.0 / answers;
    }

    private static void print(Sample sample, Contender contender, List<Double> sorted) {
        System.out.printf(
                Locale.ROOT,
                "%-32s %-10s %10.1f %10.1f %10.1f%n",
                sample.name(),
                contender.name(),
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private static DmnDecision parse(DmnEngine engine, String decision) throws IOException {
        try (InputStream model =
                DecisionBenchmark.class.getClassLoader().getResourceAsStream("dmn/" + decision + ".dmn")) {
            return engine.parseDecision(decision, model);
        }
    }
}
