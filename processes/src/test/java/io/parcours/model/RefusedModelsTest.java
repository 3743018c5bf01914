package io.parcours.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code models-refused} is refused for exactly the reasons that {@code findings.csv} lists beside it: the
 * element, the rule, and a part of the detail.
 */
class RefusedModelsTest {

    /** Proven with limits made small, in {@link ModelLimitsTest}. */
    private static final Set<Rule> ABOUT_SIZE = EnumSet.of(Rule.FILE_SIZE, Rule.TOO_MANY_FINDINGS);

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aModelThatBreaksARuleIsRefusedNamingTheElement(String file) {
        List<Expected> expected = expectations().get(file);

        List<Finding> findings = Models.VALIDATOR.check(file, Models.refused(file));

        assertThat(findings)
                .extracting(finding -> finding.element() + " " + finding.rule())
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(each -> each.element + " " + each.rule)
                        .toList());
        for (Expected each : expected) {
            assertThat(findings)
                    .filteredOn(finding -> finding.rule().equals(each.rule))
                    .anySatisfy(finding -> assertThat(finding.detail()).contains(each.detail));
        }
        assertThat(findings).allSatisfy(finding -> assertThat(finding.file()).isEqualTo(file));
    }

    @Test
    void everyRefusedFileIsListedAndTheOtherWayRound() throws IOException, URISyntaxException {
        Path folder = Path.of(getClass().getResource("/models-refused").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(each -> !each.equals("findings.csv")))
                    .containsExactlyInAnyOrderElementsOf(expectations().keySet());
        }
    }

    @Test
    void everyRuleHasAModelThatBreaksIt() {
        Set<String> broken = expectations().values().stream()
                .flatMap(List::stream)
                .map(Expected::rule)
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Rule.values())
                        .filter(rule -> !ABOUT_SIZE.contains(rule))
                        .map(Rule::code))
                .allSatisfy(rule -> assertThat(broken).contains(rule));
    }

    static Set<String> files() {
        return expectations().keySet();
    }

    private static Map<String, List<Expected>> expectations() {
        return new String(Models.refused("findings.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(Expected::of)
                .collect(groupingBy(Expected::file, TreeMap::new, toList()));
    }

    private record Expected(String file, String element, String rule, String detail) {

        static Expected of(String line) {
            String[] cells = line.split(";", -1);
            return new Expected(cells[0], cells[1], cells[2], cells[3]);
        }
    }
}
