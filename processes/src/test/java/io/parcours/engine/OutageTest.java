package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "53100", "57P01", "57P03", "58030"})
    void aDatabaseThatIsAwayRestartingOrFullIsNoFaultOfTheStep(String state) {
        assertThat(Outage.causes(new IllegalStateException(new SQLException("away", state))))
                .isTrue();
    }

    @Test
    void neitherIsAPoolThatHasNoConnectionToGive() {
        assertThat(Outage.causes(new IllegalStateException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014"})
    void aStatementThatIsWrongOrWasCancelledIs(String state) {
        assertThat(Outage.causes(new IllegalStateException(new SQLException("wrong", state))))
                .isFalse();
        assertThat(Outage.causes(new IllegalStateException("no database in it")))
                .isFalse();
    }
}
