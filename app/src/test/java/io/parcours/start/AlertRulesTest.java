package io.parcours.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parcours.ui.ScreenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** The alert rules speak of metrics that there are. */
@ScreenTest
class AlertRulesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern METRIC = Pattern.compile("parcours_[a-z_]+");

    @Autowired
    MeterRegistry registry;

    @Test
    void everyMetricIsInThePapers() throws IOException {
        String papers;
        try (Stream<Path> pages = Files.walk(DOCS)) {
            papers = pages.filter(page -> page.toString().endsWith(".md"))
                    .map(AlertRulesTest::text)
                    .collect(Collectors.joining("\n"));
        }
        assertThat(metrics()).isNotEmpty().allSatisfy(metric -> assertThat(papers)
                .contains(metric.replaceFirst("_(sum|count)$", "")));
    }

    @Test
    void everyStateIsAGaugeOfTheRunningPlatform() {
        Set<String> gauges = registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getType() == Meter.Type.GAUGE)
                .map(id -> id.getName().replace('.', '_'))
                .collect(Collectors.toSet());
        assertThat(gauges)
                .containsAll(metrics().stream()
                        .filter(metric -> !metric.matches(".*_(total|sum|count)"))
                        .toList());
    }

    private static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        Map<String, List<Map<String, List<Map<String, Object>>>>> rules =
                new Yaml().load(text(DOCS.resolve("alerts.yml")));
        rules.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .forEach(rule -> {
                    Matcher metric = METRIC.matcher(rule.get("expr").toString());
                    while (metric.find()) {
                        metrics.add(metric.group());
                    }
                });
        return metrics;
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
