package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.merging.CustomerMerges;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.ScriptedSystems;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A stranger gives an account number, by SMS or by keys, and is known from then on. */
@JourneyTest
class RecogniseScenarioTest {

    private static final String TENANT = Scenario.WITH_MODELS;
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(40_000_000);

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel voice;

    @Autowired
    ScriptedSystems billing;

    @Autowired
    OpenedCases opened;

    @Autowired
    CustomerMerges merges;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final String account = String.valueOf(ACCOUNTS.incrementAndGet());
    private Story owner;

    @BeforeEach
    void aCustomerWithAnAccountNumberWhomTheSystemDoesNotKnowByTheirTelephone() {
        scene.models();
        billing.reads(() -> null);
        owner = scene.customerOf(TENANT);
        owner.inTenant(
                () -> transaction.execute(status -> jdbc.sql("update customer set account_number = ? where id = ?")
                        .params(account, owner.customerId())
                        .update()));
    }

    @Test
    void aStrangerIsTheCustomerWhoseNumberTheyGive() {
        Story stranger = asked("sms").isAsked("balance.account");
        UUID record = stranger.customerId();

        stranger.answers(account.substring(0, 2) + " " + account.substring(2)).isAsked("balance.agent");

        assertThat(stranger.customerId()).isEqualTo(owner.customerId());
        assertThat(owner.trace()).contains("customersMerged");
        stranger.inTenant(() -> {
            merges.undo(merges.of(owner.customerId()).get(0).id(), "awa");
            return null;
        });
        assertThat(stranger.customerId()).isEqualTo(record);
    }

    @Test
    void byTelephoneTheNumberIsKeyed() {
        Story stranger = asked("voice");
        ByTelephone telephone = new ByTelephone(TENANT, voice, clock);
        telephone.keys(stranger, "language#fr", "le français").runsJobs();
        assertThat(telephone.told(stranger)).containsExactly("language", "balance.account");
        assertThat(telephone.last(stranger).expects()).isEqualTo(Expectation.NUMBER);

        telephone.keys(stranger, null, account).runsJobs();

        assertThat(telephone.told(stranger)).containsExactly("language", "balance.account", "balance.agent");
        assertThat(stranger.customerId()).isEqualTo(owner.customerId());
    }

    @Test
    void aNumberThatNobodyHasMakesNobodyKnown() {
        Story stranger = asked("sms").isAsked("balance.account");
        UUID record = stranger.customerId();

        stranger.answers("99999999").isAsked("balance.agent");

        assertThat(stranger.customerId()).isEqualTo(record);
    }

    @Test
    void anotherOperatorsNumberIsUnknown() {
        Story stranger = asked("sms").isAsked("balance.account");
        UUID record = stranger.customerId();
        TenantContext.run(
                "littoral",
                () -> transaction.execute(
                        status -> jdbc.sql("insert into customer (kind, account_number) values ('customer', ?)")
                                .param("5" + account)
                                .update()));

        stranger.answers("5" + account).isAsked("balance.agent");

        assertThat(stranger.customerId()).isEqualTo(record);
    }

    @Test
    void aCustomerOfTheBaseDoesNotBecomeAnother() {
        Story other = scene.customerOf(TENANT);
        UUID record = other.customerId();
        open(other, "sms").isAsked("balance.account").answers(account).isAsked("balance.agent");

        assertThat(other.customerId()).isEqualTo(record);
        assertThat(owner.trace()).doesNotContain("customersMerged");
    }

    private Story asked(String channel) {
        return open(scene.strangerOf(TENANT), channel);
    }

    private Story open(Story story, String channel) {
        return opened.open("balance", story, channel).runsJobs();
    }
}
