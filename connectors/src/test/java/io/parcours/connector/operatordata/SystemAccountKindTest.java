package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.SystemState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Systems that are set up, changed and taken away while the platform runs. */
@Timeout(90)
class SystemAccountKindTest extends TwoDatabases {

    @Test
    void whatIsOpenedIsAskedAndWhatIsClosedLeavesNothing() {
        kind.open(crm(here));

        assertThat(place()).isEqualTo("here");
        SystemState state = states(DEMO).get(1);
        assertThat(state.connection()).isEqualTo("crm");
        assertThat(state.configured()).isFalse();
        assertThat(state.calls()).isEqualTo(1);
        assertThat(meters()).isNotEmpty();
        assertThat(connections(here)).isPositive();

        kind.close(DEMO, "crm");

        assertThatThrownBy(this::place).isInstanceOf(OperationRefused.class).hasMessage("no-operation");
        assertThat(states(DEMO)).extracting(SystemState::connection).containsExactly("billing");
        assertThat(meters()).isEmpty();
        await().until(() -> connections(here) == 0);
    }

    @Test
    void whatIsChangedTakesNothingOverFromWhatItWas() {
        kind.open(crm(here));
        assertThat(place()).isEqualTo("here");

        kind.open(crm(there));

        assertThat(place()).as("no answer that was kept of the old one").isEqualTo("there");
        assertThat(states(DEMO).get(1).calls()).isEqualTo(1);
        assertThat(up()).isEqualTo(1);
        await().until(() -> connections(here) == 0);
    }

    @Test
    void oneThatWasLeftAloneIsAskedAtOnceWhenItWasMended() {
        kind.open(values("crm", Map.of("url", here.url(), "password", "wrong")));
        for (int i = 0; i < 5; i++) {
            assertThat(catchThrowable(this::place)).isInstanceOf(NotAvailable.class);
        }
        assertThat(states(DEMO).get(1).works()).isFalse();
        assertThat(up()).isZero();

        kind.open(crm(here));

        assertThat(place()).isEqualTo("here");
        assertThat(states(DEMO).get(1).works()).isTrue();
        assertThat(up()).isEqualTo(1);
    }

    @Test
    void aCallUnderWayEndsProperlyWhileItsSystemIsChangedOrTakenAway() {
        kind.open(crm(here));
        CompletableFuture<OperatorAnswer> first = slowly();
        kind.open(crm(here));
        CompletableFuture<OperatorAnswer> second = slowly();
        kind.close(DEMO, "crm");

        assertThat(first.join().first().orElseThrow()).containsEntry("answer", "answered");
        assertThat(second.join().first().orElseThrow()).containsEntry("answer", "answered");
        await().until(() -> connections(here) == 0);
        assertThat(meters()).as("a late end is measured no more").isEmpty();
    }

    @Test
    void nobodyWhoAsksNoticesHowOftenASystemIsChanged() {
        kind.open(crm(here));
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Integer>> askers = List.of(asking(done), asking(done));
        for (int i = 0; i < 30; i++) {
            kind.open(crm(i % 2 == 0 ? there : here));
        }
        done.set(true);

        assertThat(askers).allSatisfy(asker -> assertThat(asker.join()).isPositive());
    }

    @Test
    void whatTheInstallationBringsIsNeitherReplacedNorTakenAway() {
        wrong(() -> kind.open(values("billing", Map.of())), "account.systemConfigured");
        kind.close(DEMO, "billing");

        assertThat(states(DEMO)).extracting(SystemState::configured).containsExactly(true);
        assertThat(bed.reads("billing.place", Map.of()).rows()).hasSize(1);
    }

    @Test
    void eachOperatorHasItsOwnNamesAndSeesNoOther() {
        kind.open(crm(here));
        kind.open(new AccountValues(
                "littoral", AccountKind.SYSTEM, "crm", crm(there).values()));

        assertThat(place()).isEqualTo("here");
        assertThat(bed.readsAs("littoral", "crm.place", Map.of()).first().orElseThrow())
                .containsEntry("place", "there");
        kind.close("littoral", "crm");
        assertThat(place()).isEqualTo("here");
        assertThat(states("littoral")).isEmpty();
    }

    @Test
    void whatIsWrongChangesNothing() {
        kind.open(crm(here));
        wrong(
                () -> kind.open(values("crm", Map.of("url", "jdbc:postgresql://db/x?loggerFile=/tmp/x"))),
                "account.systemParameter");
        assertThat(place()).isEqualTo("here");
    }

    private CompletableFuture<Integer> asking(AtomicBoolean done) {
        return CompletableFuture.supplyAsync(() -> {
            int asked = 0;
            while (!done.get()) {
                assertThat(place()).isIn("here", "there");
                asked++;
            }
            return asked;
        });
    }

    /** Begun there when this returns. */
    private CompletableFuture<OperatorAnswer> slowly() {
        int before = sleepers();
        CompletableFuture<OperatorAnswer> call =
                CompletableFuture.supplyAsync(() -> bed.reads("crm.slow", Map.of("seconds", "1.5")));
        await().until(() -> sleepers() > before);
        return call;
    }

    private List<String> meters() {
        return bed.meters.getMeters().stream()
                .filter(meter -> "crm".equals(meter.getId().getTag("connection")))
                .map(meter -> meter.getId().getName())
                .toList();
    }

    private double up() {
        return bed.meters
                .get("parcours.operator.up")
                .tag("connection", "crm")
                .gauge()
                .value();
    }

    /** What a role runs only itself may see. */
    private static int sleepers() {
        return number(
                here.url(),
                here.owner(),
                "select count(*) from pg_stat_activity where state = 'active' and query like '%pg_sleep(%'"
                        + " and pid <> pg_backend_pid()");
    }
}
