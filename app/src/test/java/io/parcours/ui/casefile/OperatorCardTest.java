package io.parcours.ui.casefile;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import io.parcours.connector.operatordata.OperatorConnection;
import io.parcours.connector.operatordata.OperatorConnections;
import io.parcours.customer.Customers;
import io.parcours.operatordata.Operation;
import io.parcours.security.DemoUser;
import io.parcours.trace.Timeline;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
@SignedIn(DemoUser.AWA)
class OperatorCardTest {

    @Autowired
    Customers customers;

    @Autowired
    OperatorConnections connections;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void thePageComesAtOnceAndTheOperatorsWordsFollow() throws SQLException {
        try (Connection busy = billing()) {
            busy.setAutoCommit(false);
            busy.createStatement().execute("lock table equipment");
            open("+2290197000027");
            assertThat(words()).contains("Chez l’opérateur", "Chargement…");
            busy.rollback();
        }
        awaitWords("Sahel", "Dernière facture", "Consommation du mois", "Sous garantie", "45\u202f000\u00a0F\u202fCFA");
        assertThat(words()).doesNotContain("Chargement…", "Indisponible");
    }

    @Test
    void whatIsAwaySaysSoByItselfAndIsAskedAgain() throws SQLException {
        does("alter table equipment rename to equipment_away");
        try {
            open("+2290197000006");
            awaitWords("Indisponible pour le moment");
            awaitWords("Solde", "Valable jusqu'au", "Reste à payer");
            assertThat(_find(Button.class, spec -> spec.withText("Réessayer"))).hasSize(1);
        } finally {
            does("alter table equipment_away rename to equipment");
        }
        _click(_get(Button.class, spec -> spec.withText("Réessayer")));
        awaitWords("Sous garantie");
        assertThat(words()).doesNotContain("Indisponible");
    }

    @Test
    void whatIsWantedMoreRarelyIsLookedUpWhenItIsChosen() {
        open("+2290197000025");
        awaitWords("Sous garantie");
        assertThat(words()).doesNotContain("Carte SIM");

        choose("puk");
        awaitWords("Carte SIM");
        choose("voiceHistory");
        awaitWords("Durée");
        assertThat(words()).doesNotContain("Carte SIM");
        assertThat(names())
                .contains("bills", "payments", "openOrders", "dataHistory", "options", "lines", "customer")
                .doesNotContain("changeOffer", "suspendLine", "activateSim", "outages");
    }

    @Test
    void lookingIsKeptForReportsAndLeftOutOfTheTimeline() {
        UUID customer = open("+2290197000028");
        awaitWords("Sous garantie");

        await().pollInSameThread().untilAsserted(() -> assertThat(transaction.<Long>execute(status -> jdbc.sql(
                                "select count(*) from fact where customer_id = ? and kind = 'operatorConsulted'"
                                        + " and actor is not null and detail::text not like '%229%'")
                        .param(customer)
                        .query(Long.class)
                        .single()))
                .isEqualTo(5));
        assertThat(timeline.ofCustomer(customer, 100))
                .noneMatch(entry -> entry.kind().startsWith("operator"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Operation> more() {
        return _get(Select.class, spec -> spec.withPlaceholder("Consulter autre chose"));
    }

    private static List<String> names() {
        return more().getListDataView().getItems().map(Operation::name).toList();
    }

    private static void choose(String name) {
        Operation chosen = more().getListDataView()
                .getItems()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
        more().setValue(chosen);
    }

    private UUID open(String number) {
        UUID customer = customers.search(number, 1).get(0).id();
        UI.getCurrent().navigate("customer/" + customer);
        return customer;
    }

    private static void awaitWords(String... expected) {
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip();
            assertThat(words()).contains(expected);
        });
    }

    private static String words() {
        return _get(OperatorCard.class).getElement().getTextRecursively();
    }

    private void does(String statement) throws SQLException {
        try (Connection connection = billing()) {
            connection.createStatement().execute(statement);
        }
    }

    private Connection billing() throws SQLException {
        OperatorConnection billing = connections.all().get(0);
        return DriverManager.getConnection(billing.url(), billing.user(), billing.password());
    }
}
