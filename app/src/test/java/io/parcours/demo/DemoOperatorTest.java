package io.parcours.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.OperatorSimulator;
import io.parcours.operatordata.About;
import io.parcours.operatordata.Act;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.OperatorDataState;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo's operators' own systems answer what an agent would ask, and tell the same as the demo's customers. */
@ScreenTest
class DemoOperatorTest {

    private static final About TRIAL = new About(null, null, "trial");

    @Autowired
    OperatorData data;

    @Autowired
    DemoCustomers customers;

    @Autowired
    OperatorSimulator simulator;

    @ParameterizedTest
    @ValueSource(strings = {"demo", "littoral"})
    void everyOperationThatReadsAnswersForEveryFifthCustomer(String operator) {
        List<DemoCustomer> all = customers.of(operator);
        TenantContext.run(operator, () -> {
            List<Operation> asked = data.operations().stream()
                    .filter(each -> !each.write() && each.takes("msisdn"))
                    .toList();
            assertThat(asked).hasSizeGreaterThanOrEqualTo(14);
            for (int i = 0; i < all.size(); i += 5) {
                String number = all.get(i).number();
                asked.forEach(each -> assertThat(lookUp(each.name(), number).asOf())
                        .as(each.name())
                        .isNotNull());
                assertThat(lookUp("customer", number).first().orElseThrow())
                        .containsEntry("segment", all.get(i).segment());
                assertThat(lookUp("lines", number).rows()).isNotEmpty();
            }
        });
    }

    @Test
    void bothTellTheSameOfACustomer() {
        TenantContext.run("demo", () -> {
            assertThat(lookUp("customer", "+2290197000000").first().orElseThrow())
                    .containsEntry("customerName", "Awa Dossou")
                    .containsEntry("customerSince", LocalDate.of(2019, 3, 11));
            assertThat((BigDecimal) lookUp("balance", "+2290197000000")
                            .first()
                            .orElseThrow()
                            .get("balance"))
                    .isEqualByComparingTo("12400");
            assertThat(lookUp("offer", "+2290197000000").first().orElseThrow())
                    .containsEntry("offer", "Sahel Duo 30 Go")
                    .containsEntry("offerDataMb", 30_720L);
            assertThat(lookUp("lastBill", "+2290197000000")
                            .first()
                            .orElseThrow()
                            .values())
                    .doesNotContainNull();
        });
    }

    @Test
    void whatIsToldOfANumberAgreesWithItself() {
        TenantContext.run("demo", () -> {
            List<String> bills = texts("bills", "billId", "+2290197000000");
            assertThat(bills).hasSize(6);
            assertThat(texts("lastBill", "billId", "+2290197000000")).containsExactly(bills.get(0));
            assertThat(texts("payments", "paidAmount", "+2290197000000"))
                    .isNotEmpty()
                    .isSubsetOf(texts("bills", "billAmount", "+2290197000000"));
            assertThat(texts("puk", "puk", "+2290197000000")).singleElement().matches(puk -> puk.matches("\\d{8}"));
            assertThat(texts("equipment", "equipmentModel", "+2290197000000")).doesNotContain("");
            for (String history : List.of("voiceHistory", "dataHistory")) {
                assertThat(texts(history, "at", "+2290197000000"))
                        .as(history)
                        .isNotEmpty()
                        .isSortedAccordingTo(Comparator.reverseOrder());
            }
        });
    }

    @Test
    void whatIsUsedBeyondTheOfferIsOverage() {
        TenantContext.run("demo", () -> customers.of("demo").stream().limit(20).forEach(customer -> {
            Map<String, Object> used =
                    lookUp("consumption", customer.number()).first().orElseThrow();
            long included = (Long)
                    lookUp("offer", customer.number()).first().orElseThrow().get("offerDataMb");
            assertThat((Long) used.get("overDataMb")).isEqualTo(Math.max(0, (Long) used.get("usedDataMb") - included));
        }));
    }

    @Test
    void aSuspendedLineIsSaidToBeSo() {
        String number = customers.of("littoral").get(3).number();
        TenantContext.run("littoral", () -> {
            Act act = data.act(UUID.randomUUID().toString(), TRIAL, "suspendLine", Map.of("msisdn", number));
            assertThat(act.state()).isEqualTo(OperatorDataState.DONE);
            assertThat(lookUp("lines", number).rows())
                    .filteredOn(line -> number.equals(line.get("lineNumber")))
                    .singleElement()
                    .matches(line -> "suspended".equals(line.get("lineStatus")));
        });
    }

    @Test
    void anOperatorsDatabaseKnowsItsOwnCustomersOnly() {
        String theirs = customers.of("littoral").get(0).number();
        TenantContext.run(
                "demo", () -> assertThat(lookUp("balance", theirs).rows()).isEmpty());
    }

    @Test
    void outagesComeFromTheNetworkAndASimIsActivatedOnce() {
        int before = simulator.activations();
        String key = UUID.randomUUID().toString();
        TenantContext.run("demo", () -> {
            assertThat(data.lookUp(TRIAL, "outages", Map.of("zone", "Porto-Novo"))
                            .first()
                            .orElseThrow())
                    .containsEntry("cause", "Coupure de fibre")
                    .containsEntry("sites", 4L);
            Map<String, String> card = Map.of("msisdn", "+2290197000005", "iccid", "8922901229019700000");
            Act act = data.act(key, TRIAL, "activateSim", card);
            assertThat(act.state()).isEqualTo(OperatorDataState.DONE);
            assertThat(data.act(key, TRIAL, "activateSim", card)).isEqualTo(act);
        });
        assertThat(simulator.activations()).isEqualTo(before + 1);
    }

    @Test
    void anOfferIsOrderedOnceAndOneThatIsNoneRefused() {
        String key = UUID.randomUUID().toString();
        TenantContext.run("demo", () -> {
            Map<String, String> wish = Map.of("msisdn", "+2290197000010", "newOffer", "Sahel Pro 50 Go");
            int before = lookUp("openOrders", "+2290197000010").rows().size();
            assertThat(data.act(key, TRIAL, "changeOffer", wish).values()).containsKey("orderId");
            data.act(key, TRIAL, "changeOffer", wish);
            assertThat(lookUp("openOrders", "+2290197000010").rows()).hasSize(before + 1);
            assertThat(data.act(
                                    UUID.randomUUID().toString(),
                                    TRIAL,
                                    "changeOffer",
                                    Map.of("msisdn", "+2290197000010", "newOffer", "Sahel Or"))
                            .state())
                    .isEqualTo(OperatorDataState.REFUSED);
        });
    }

    @Test
    void whatReadsIsNotTold() {
        assertThatThrownBy(() -> TenantContext.run("demo", () -> lookUp("suspendLine", "+2290197000010")))
                .isInstanceOf(OperationRefused.class);
    }

    private List<String> texts(String operation, String field, String msisdn) {
        return lookUp(operation, msisdn).rows().stream()
                .map(row -> String.valueOf(row.get(field)))
                .toList();
    }

    private OperatorAnswer lookUp(String operation, String msisdn) {
        return data.lookUp(TRIAL, operation, Map.of("msisdn", msisdn));
    }
}
