package io.parcours.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads PostgreSQL's own catalogue, so that a table made tomorrow cannot be forgotten. */
@JourneyTest
class IsolationCatalogueTest {

    /** No operator's data, and nothing that the application's role could read of one. */
    private static final Set<String> WITHOUT_TENANT = Set.of(
            "flyway_schema_history",
            "test_history",
            "act_ge_property",
            "act_ge_schema_log",
            "act_ru_authorization",
            "act_ru_filter",
            "act_ru_meter_log",
            "act_ru_task_meter_log",
            "act_id_group",
            "act_id_info",
            "act_id_membership",
            "act_id_tenant",
            "act_id_tenant_member",
            "act_id_user");

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableIsIsolatedAndForcedUnlessItHoldsNobodysData() {
        List<String> open = jdbc.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p')
                          and not (c.relrowsecurity and c.relforcerowsecurity)
                        """).query(String.class).list();

        assertThat(open).isSubsetOf(WITHOUT_TENANT);
    }

    @Test
    void everyPolicyOfTheApplicationComparesTheTenant() {
        List<String> loose = jdbc.sql("""
                        select tablename || '.' || policyname from pg_policies
                        where schemaname = 'public' and 'parcours_app' = any (roles) and policyname <> 'owned'
                          and coalesce(qual, '') not like '%parcours_tenant()%'
                        """).query(String.class).list();

        assertThat(loose).isEmpty();
    }

    @Test
    void theApplicationsRoleOwnsNothingAndIsHeldByThePolicies() {
        assertThat(jdbc.sql("select count(*) from pg_class where pg_get_userbyid(relowner) = 'parcours_app'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void noTableOfSignInsOrMetersIsReadable() {
        for (String table : List.of("act_id_user", "act_ru_filter", "act_ru_meter_log")) {
            assertThat(jdbc.sql("select has_table_privilege('parcours_app', ?, 'select')")
                            .param(table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }
}
