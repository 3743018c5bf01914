package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelLimitsTest {

    @Test
    void aFileBeyondItsLimitIsNotEvenParsed() {
        assertThat(Models.VALIDATOR.check("huge.bpmn", new byte[(2 << 20) + 1]))
                .extracting(Finding::rule)
                .containsExactly("file-size");
        assertThat(Models.VALIDATOR.check("huge.form", new byte[(256 << 10) + 1]))
                .extracting(Finding::rule)
                .containsExactly("file-size");
    }

    @Test
    void readingStopsAtTheLastElementThatIsPermitted() {
        ModelValidator small =
                new ModelValidator(Models.CATALOGUE, Set.of(), new ModelLimits(1 << 20, 1 << 20, 64, 10, 100));
        assertThat(small.check("every-element.bpmn", Models.allowed("every-element.bpmn")))
                .extracting(Finding::rule)
                .containsExactly("too-many-elements");
    }

    @Test
    void twentyThousandElementsOnOneLevelAreTooMany() {
        byte[] wide = ("<a>" + "<b/>".repeat(20_000) + "</a>").getBytes(StandardCharsets.UTF_8);
        assertThat(Models.VALIDATOR.check("wide.dmn", wide))
                .extracting(Finding::rule)
                .containsExactly("too-many-elements");
    }

    @Test
    void aModelWithMoreFindingsThanAnyoneReadsShowsTheFirstHundred() {
        String flows = "<exclusiveGateway id='x-y' script='z'/>".repeat(300);
        byte[] model = ("<definitions xmlns='" + Ns.BPMN + "'><process id='many'>" + flows + "</process></definitions>")
                .getBytes(StandardCharsets.UTF_8);
        List<Finding> findings = Models.VALIDATOR.check("many.bpmn", model);
        assertThat(findings).hasSize(101);
        assertThat(findings.get(100).rule()).isEqualTo("too-many-findings");
    }

    @Test
    void whatAHostileNameOrValueSaysStaysOnOneShortLine() {
        byte[] model = ("<definitions xmlns='" + Ns.BPMN + "' id='a&#10;FATAL forged\u202E log line' x='"
                        + "y".repeat(9999) + "'/>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Models.VALIDATOR.check("bad\nname.bpmn", model)).allSatisfy(ModelLimitsTest::isOneShortLine);
        assertThat(Models.VALIDATOR.check("bad-name.bpmn", model))
                .isNotEmpty()
                .allSatisfy(ModelLimitsTest::isOneShortLine);
    }

    @Test
    void theRefusalSaysEachFindingOnALineOfItsOwn() {
        String file = "decision-generated-id.dmn";
        assertThatThrownBy(() -> Models.VALIDATOR.require(file, Models.refused(file)))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> {
                    assertThat(refused.findings()).hasSize(3);
                    assertThat(refused.getMessage().lines())
                            .hasSize(3)
                            .allMatch(line -> line.startsWith(file + ": Decision_0abc123: "));
                });
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleIsExplainedInFrenchFirstAndInEnglish(Rule rule) {
        Finding finding = new Finding("complaint.bpmn", "notify", rule.code(), "detail");
        String french = finding.explanation(Locale.FRANCE);
        assertThat(french).isNotBlank().isNotEqualTo(finding.explanation(Locale.UK));
        assertThat(finding.explanation(Locale.JAPANESE)).isEqualTo(french);
    }

    private static void isOneShortLine(Finding finding) {
        assertThat(finding.toString()).hasSizeLessThan(400);
        assertThat(finding.toString().chars().filter(each -> Character.isISOControl(each) || each == 0x202E))
                .as(Arrays.toString(finding.toString().toCharArray()))
                .isEmpty();
    }
}
