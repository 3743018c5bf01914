package io.parcours.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.complaint.Gestures;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.engine.CaseDiagram;
import io.parcours.engine.Diagrams;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import io.parcours.trace.Timeline;
import io.parcours.ui.ScreenTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
class DemoDataTest {

    private static final String COUNTS = """
            select (select count(*) from customer where kind = 'customer') || ' ' || (select count(*) from line) || ' '
                || (select count(*) from goodwill_gesture) || ' ' || (select count(*) from queue)
            """;

    /** Past ones only: other tests go on with the same operators. */
    private static final String PAST = """
            select case_number from complaint where closed_at < now() - interval '2 days' order by case_number
            """;

    @Autowired
    DemoData data;

    @Autowired
    DemoCustomers demoCustomers;

    @Autowired
    Tenants tenants;

    @Autowired
    Customers customers;

    @Autowired
    Complaints complaints;

    @Autowired
    Gestures gestures;

    @Autowired
    Timeline timeline;

    @Autowired
    Diagrams diagrams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"demo", "littoral"})
    void anOperatorHasCustomersAndAYearOfComplaints(String operator) {
        assertThat(demoCustomers.of(operator)).hasSizeGreaterThanOrEqualTo(30);
        assertThat(past(operator)).hasSize(60).doesNotHaveDuplicates();
        for (DemoCustomer expected : demoCustomers.of(operator)) {
            Customer customer = customer(operator, expected.number());
            assertThat(customer.name()).isEqualTo(expected.name());
            assertThat(customer.lines()).isNotEmpty();
            assertThat(customer.payerQuality()).isNotNull();
        }
    }

    @Test
    void theOperatorsAreThere() {
        assertThat(TenantContext.callAsSystem(tenants::all))
                .extracting(Tenant::id, Tenant::name, Tenant::accent)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("demo", "Sahel Mobile", "#0b6e4f"),
                        org.assertj.core.groups.Tuple.tuple("littoral", "Littoral Télécom", "#7a3b8f"));
    }

    @Test
    void everyNumberIsAValidOneOfBenin() throws NumberParseException {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (DemoFile.Row line : DemoFile.rows("lines.csv")) {
            var number = numbers.parse(line.text("number"), "BJ");
            assertThat(numbers.isValidNumberForRegion(number, "BJ"))
                    .as(line.text("number"))
                    .isTrue();
            assertThat(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    .isEqualTo(line.text("number"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "littoral"})
    void aPastComplaintHasItsOutcomeItsTimelineAndItsWayThroughTheModel(String operator) {
        for (String caseNumber : past(operator)) {
            Complaint complaint = TenantContext.call(
                    operator, () -> complaints.find(caseNumber).orElseThrow());
            assertThat(complaint.description()).isNotBlank();
            assertThat(complaint.resolution()).isNotBlank();
            assertThat(complaint.closedAt()).isAfter(complaint.openedAt());
            assertThat(TenantContext.call(operator, () -> timeline.ofCase(caseNumber, 50)))
                    .extracting(entry -> entry.kind())
                    .contains("journeyStarted", "taskCompleted", "journeyEnded");
            CaseDiagram diagram = TenantContext.call(
                    operator, () -> diagrams.ofCase(caseNumber).orElseThrow());
            assertThat(diagram.ended()).isTrue();
            assertThat(diagram.walked()).isNotEmpty().allMatch(element -> diagram.xml()
                    .contains("id=\"" + element + "\""));
        }
    }

    @Test
    void someCustomersComeBackWithTheSameMotiveAndWithGestures() {
        Customer customer = customer("demo", "+2290197000007");
        assertThat(TenantContext.call("demo", () -> gestures.of(customer.id()))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(TenantContext.call("demo", () -> complaints.of(customer.id())))
                .filteredOn(complaint -> "BILLING".equals(String.valueOf(complaint.motive())))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void pastComplaintsAreFoundWithoutTheirAccents() {
        assertThat(TenantContext.call("demo", () -> complaints.search("reglement", 5)))
                .anySatisfy(found -> assertThat(found.description()).contains("règlement"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "littoral"})
    void aSecondStartChangesNothing(String operator) {
        String before = counts(operator);
        List<String> cases = past(operator);
        data.start();
        assertThat(counts(operator)).isEqualTo(before);
        assertThat(past(operator)).isEqualTo(cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "littoral"})
    void theNextCaseNumberIsBehindThePastOnes(String operator) {
        String behind =
                in(operator, () -> jdbc.sql("""
                        with years as materialized (
                            select distinct split_part(case_number, '-', 2)::int as year from complaint),
                        next as materialized (select year, next_case_number(year) as number from years)
                        select string_agg(c.case_number, ',') from complaint c join next n
                          on n.year = split_part(c.case_number, '-', 2)::int
                        where split_part(c.case_number, '-', 3)::bigint >= n.number
                        """).query(String.class).optional().orElse(null));
        assertThat(behind).isNull();
    }

    private Customer customer(String operator, String number) {
        return TenantContext.call(
                operator,
                () -> customers.find(customers.search(number, 1).get(0).id()).orElseThrow());
    }

    private List<String> past(String operator) {
        return in(operator, () -> jdbc.sql(PAST).query(String.class).list());
    }

    private String counts(String operator) {
        return in(operator, () -> jdbc.sql(COUNTS).query(String.class).single());
    }

    private <T> T in(String operator, Supplier<T> read) {
        return TenantContext.call(operator, () -> transaction.execute(status -> read.get()));
    }
}
