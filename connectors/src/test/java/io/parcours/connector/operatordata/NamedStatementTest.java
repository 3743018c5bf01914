package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedStatementTest {

    @Test
    void parametersBecomePlacesAndQuotationsStay() {
        NamedStatement statement = NamedStatement.parse(
                "select ':no', \"a:b\", x::text from t where a = :msisdn /* :nor */ and b = :zone or c=:msisdn -- :this\n;");

        assertThat(statement.places()).containsExactly("msisdn", "zone", "msisdn");
        assertThat(statement.prepared())
                .contains("':no'", "\"a:b\"", "x::text", "a = ?", "b = ?", "c=?")
                .doesNotContain(":nor", ":this", ":msisdn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update t set a = 1",
                "with x as (delete from t returning *) select * from x",
                "select * from t for update",
                "select * into copy from t",
                "call touch()",
                "truncate t",
                "select 1; delete from t",
                "select 1 /*! ; drop table t */",
                "select $$ a $$",
                "select 'a\\' from t",
                "select a ? 'b' from t",
                "select 'open",
                "select /* open",
                "explain select 1",
                "-- nothing",
                ""
            })
    void whatReadsDoesNothingElse(String sql) {
        assertThatThrownBy(() -> NamedStatement.parse(sql).requireFit(false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drop table t", "insert into t select 1; drop table t", "create table t (a int)", "grant all"})
    void whatWritesChangesRowsAndNoTables(String sql) {
        assertThatThrownBy(() -> NamedStatement.parse(sql).requireFit(true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 1", "WITH x AS (select 1) select * from x", "select replace(a, 'delete', '') from t"})
    void ordinaryReadsPass(String sql) {
        assertThatCode(() -> NamedStatement.parse(sql).requireFit(false)).doesNotThrowAnyException();
    }
}
