package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DmnFilesTest {

    private static final List<String> TYPES = List.of("string", "boolean", "integer", "double", "date");

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(DmnFilesTest.class.getResource("/dmn")).toURI());
        return Files.list(folder).sorted();
    }

    @Test
    void theDecisionsOfTheComplaintAreThere() throws Exception {
        assertThat(files().map(file -> file.getFileName().toString()))
                .contains("complaint-priority.dmn", "inbound-routing.dmn");
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFileIsNamedAfterItsOneDecision(Path file) {
        assertThat(file.getFileName().toString()).matches("[a-z0-9]+(-[a-z0-9]+)+\\.dmn");
        assertThat(decision(file).getId() + ".dmn").isEqualTo(file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theDecisionSaysHowLongItsHistoryIsKept(Path file) {
        assertThat(decision(file).getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyInputAndOutputHasATypeThatTheEngineKnows(Path file) {
        DmnModelInstance model = read(file);

        assertThat(model.getModelElementsByType(InputExpression.class))
                .isNotEmpty()
                .allSatisfy(input -> assertThat(input.getTypeRef()).isIn(TYPES));
        assertThat(model.getModelElementsByType(Output.class))
                .isNotEmpty()
                .allSatisfy(output -> assertThat(output.getTypeRef()).isIn(TYPES));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowHasANameAndSaysWhyItApplies(Path file) {
        DmnModelInstance model = read(file);

        assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getId()).matches("[a-z][a-zA-Z]+");
            assertThat(rule.getLabel()).isNotBlank();
            // The editor shows the one, the engine tells the other.
            assertThat(RuleLabels.of(model, rule.getId())).contains(rule.getLabel());
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void noIdLooksGenerated(Path file) {
        assertThat(read(file).getModelElementsByType(DmnElement.class))
                .extracting(DmnElement::getId)
                .doesNotContainNull()
                .noneMatch(id -> id.matches("[A-Z][A-Za-z]*_.*"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theLastRowTakesWhateverIsLeftOfItsKind(Path file) {
        DecisionTable table = (DecisionTable) decision(file).getExpression();
        List<Rule> rules = List.copyOf(table.getRules());

        assertThat(table.getHitPolicy().name()).isEqualTo("FIRST");
        assertThat(rules.get(rules.size() - 1).getInputEntries())
                .filteredOn(entry -> !entry.getTextContent().isBlank())
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theDecisionIsDrawn(Path file) throws IOException {
        assertThat(Files.readString(file))
                .contains("dmnElementRef=\"" + decision(file).getId() + "\"");
    }

    private static Decision decision(Path file) {
        List<Decision> decisions = List.copyOf(read(file).getModelElementsByType(Decision.class));
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    private static DmnModelInstance read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return Dmn.readModelFromStream(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
