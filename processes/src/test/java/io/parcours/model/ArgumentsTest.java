package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.model.Arguments.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private final Expressions expressions = new Expressions(List.of("say"));

    @Test
    void aNameIsAVariableAndALiteralIsWhatItSays() {
        assertThat(Arguments.parse("msisdn, zone = cityCode,offer='Duo, 30 Go', months=12,least=-0.5")
                        .sources())
                .containsExactly(
                        java.util.Map.entry("msisdn", new Source("msisdn", null)),
                        java.util.Map.entry("zone", new Source("cityCode", null)),
                        java.util.Map.entry("offer", new Source(null, "Duo, 30 Go")),
                        java.util.Map.entry("months", new Source(null, "12")),
                        java.util.Map.entry("least", new Source(null, "-0.5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "msisdn=${msisdn}",
                "msisdn='${execution}'",
                "msisdn='#{x}'",
                "msisdn=execution",
                "say",
                "msisdn=customer.msisdn",
                "msisdn=f()",
                "msisdn, msisdn",
                "msisdn zone",
                "=a",
                "a='b",
                "a='b'c'",
                "a=1e9",
                "1a"
            })
    void anythingElseIsRefusedWhenTheModelIsDeployed(String arguments) {
        assertThat(Arguments.problem(arguments, expressions)).isPresent();
    }

    @Test
    void aLongRowOfArgumentsIsRefusedAtOnce() {
        assertThat(Arguments.problem("a=b,".repeat(400), expressions)).isPresent();
    }
}
