package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "=outcome = \"ASK\";true",
                "=outcome != \"ASK\";false",
                "=outcome = \"ask\";false",
                "=amount = 100;true",
                "=amount >= 100.00;true",
                "=amount < 100;false",
                "=urgent = true;true",
                "=urgent = false;false",
                "=missing = null;true",
                "=missing != null;false",
                "=missing != \"ASK\";true",
                "=missing > 5;false",
                "=outcome > 5;false",
                "=outcome = 100;false",
                "=outcome = \"ASK\" and amount > 500;false",
                "=outcome = \"ASK\" or amount > 500;true",
                "=outcome != \"ASK\" or amount > 500 or urgent = true;true"
            })
    void aConditionHoldsAsItWouldInTheBrowser(String condition, boolean holds) {
        Map<String, Object> values = Map.of("outcome", "ASK", "amount", new BigDecimal("100.0"), "urgent", true);
        assertThat(FormCondition.parse(condition).holds(values)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "outcome = \"ASK\"",
                "=outcome",
                "=outcome =",
                "=outcome == \"ASK\"",
                "=f(outcome)",
                "=outcome.x = 1",
                "=outcome[1] = 2",
                "=outcome = other",
                "=outcome = \"a\" and",
                "=a = 1 b = 2",
                "=a = 1 and b = 2 or c = 3",
                "=a = 1 xor b = 2",
                "=not(a = 1)",
                "=(a = 1)",
                "=\"a\" = 1",
                "=a < \"x\"",
                "=a = 1 + 1",
                "=execution = 1",
                "=a = 1 && b = 2"
            })
    void everythingElseIsRefused(String condition) {
        assertThatThrownBy(() -> FormCondition.parse(condition)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wholeNumbersAndFractionsCompareByValue() {
        FormCondition condition = FormCondition.parse("=amount = 5");
        assertThat(condition.holds(Map.of("amount", 5))).isTrue();
        assertThat(condition.holds(Map.of("amount", 5.0))).isTrue();
        assertThat(condition.holds(Map.of("amount", 5L))).isTrue();
        assertThat(condition.holds(Collections.singletonMap("amount", null))).isFalse();
    }

    @Test
    void theFieldsThatItReadsAreKnown() {
        assertThat(FormCondition.parse("=outcome != \"ASK\" or amount > 5").fields())
                .containsExactly("amount", "outcome");
    }
}
