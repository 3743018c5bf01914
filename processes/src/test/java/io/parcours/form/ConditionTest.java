package io.parcours.form;

import static io.parcours.form.Forms.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected results are those of form-js 1.23 for the same expressions and values. */
class ConditionTest {

    private static final Map<String, Object> VALUES = with(
            "outcome", "ASK", "nothing", null, "amount", 5L, "price", new BigDecimal("5.0"), "yes", true, "no", false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    =outcome = "ASK"                                    | true
                    =outcome != "ASK"                                   | false
                    =outcome="SOLVED"                                   | false
                    =nothing = "ASK"                                    | false
                    =nothing != "ASK"                                   | true
                    =nothing = null                                     | true
                    =nothing != null                                    | false
                    =outcome = null                                     | false
                    =outcome != null                                    | true
                    =amount = 5                                         | true
                    =amount = 5.0                                       | true
                    =price = 5                                          | true
                    =amount != 6                                        | true
                    =nothing = 5                                        | false
                    =nothing != 5                                       | true
                    =amount = -5                                        | false
                    =yes = true                                         | true
                    =no = true                                          | false
                    =no != true                                         | true
                    =nothing = false                                    | false
                    =yes = true and outcome = "ASK"                     | true
                    =yes = true and outcome = "X"                       | false
                    =no = true and outcome = "ASK" or amount = 5        | true
                    =amount = 5 or no = true and outcome = "X"          | true
                    =(amount = 5 or no = true) and outcome = "X"        | false
                    =nothing = null or outcome = "X"                    | true
                    """)
    void aConditionHoldsAsInTheBrowser(String expression, boolean expected) {
        assertThat(ConditionParser.parse(expression).holds(VALUES::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =a = "x\\"y" | x"y
            =a = "x\\\\y" | x\\y
            =a = "et ou" | et ou
            """)
    void aLiteralMayHoldQuotesAndBackslashes(String expression, String value) {
        assertThat(ConditionParser.parse(expression).holds(key -> value)).isTrue();
    }
}
