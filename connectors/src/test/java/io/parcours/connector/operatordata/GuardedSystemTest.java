package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a system that is away from costing anybody else anything. */
class GuardedSystemTest {

    private static final Map<String, String> ZONE = Map.of("zone", "x");

    private RawService service;
    private RawService neighbour;
    private OperatorTestBed bed;

    @BeforeEach
    void open() throws IOException {
        service = new RawService();
        neighbour = new RawService();
    }

    @AfterEach
    void close() {
        bed.close();
        service.close();
        neighbour.close();
    }

    @Test
    void aSystemThatFailsIsLeftAloneAndAskedAgainLater() {
        start(null, null);
        service.answers(500, "oops");
        IntStream.range(0, 5).forEach(i -> assertThatThrownBy(() -> bed.reads("network.outages", ZONE))
                .isNotNull());
        int reached = service.requests().size();

        assertThatThrownBy(() -> bed.reads("network.outages", ZONE)).hasMessage("circuit-open");
        assertThat(service.requests()).hasSize(reached);
        assertThat(state().openSince()).isEqualTo(bed.clock.instant());
        assertThat(state().failures()).isEqualTo(6);
        assertThat(state().lastError()).as("why it is left alone").isEqualTo("http-500");
        assertThat(bed.meters
                        .get("parcours.operator.up")
                        .tag("connection", "network")
                        .gauge()
                        .value())
                .isZero();

        service.answers(200, "{}");
        bed.clock.passes(Duration.ofSeconds(31));
        assertThat(bed.reads("network.outages", ZONE).rows()).isEmpty();
        assertThat(state().works()).isTrue();
    }

    @Test
    void whileItStillFailsOneCallFindsThatOut() {
        start(null, null);
        service.answers(500, "oops");
        IntStream.range(0, 5).forEach(i -> catchThrowable(() -> bed.reads("network.outages", ZONE)));
        bed.clock.passes(Duration.ofSeconds(31));
        int reached = service.requests().size();

        IntStream.range(0, 4).forEach(i -> catchThrowable(() -> bed.reads("network.outages", ZONE)));

        assertThat(service.requests()).hasSize(reached + 1);
        assertThat(state().works()).isFalse();
    }

    @Test
    void refusalsLeaveASystemInGoodStanding() {
        start(null, null);
        service.answers(409, "{}");
        IntStream.range(0, 20)
                .forEach(i -> assertThatThrownBy(() -> bed.writes("network.order", Map.of("offer", "Duo"), "job-" + i))
                        .isInstanceOf(OperationRefused.class));
        assertThat(state().works()).isTrue();
        assertThat(state().failures()).isZero();
    }

    @Test
    void onlySoManyWaitForASlowSystemAndItsNeighbourAnswers() throws Exception {
        start(2, null);
        service.isSlow(30_000);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        List<Future<Throwable>> waiting = IntStream.range(0, 2)
                .mapToObj(i -> callers.submit(() -> catchThrowable(() -> bed.reads("network.outages", ZONE))))
                .toList();
        while (service.requests().size() < 2) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> bed.reads("network.outages", ZONE)).hasMessage("busy");
        assertThat(bed.reads("plain.outages", ZONE).rows()).isEmpty();
        for (Future<Throwable> each : waiting) {
            assertThat(each.get()).hasMessage("timeout");
        }
        callers.shutdown();
    }

    @Test
    void moreThanItsRateIsNotAskedOfASystem() {
        start(null, 3);
        List<Throwable> ends = IntStream.range(0, 6)
                .mapToObj(i -> catchThrowable(() -> bed.reads("network.outages", ZONE)))
                .toList();

        assertThat(ends)
                .filteredOn(end -> end != null && end.getMessage().equals("too-many"))
                .hasSizeBetween(1, 3);
        assertThat(service.requests()).hasSizeBetween(3, 5);
        assertThat(state().works()).as("it did nothing wrong").isTrue();
    }

    @Test
    void twoOperationsOfOneNameAreToldApartByTheirSystem() {
        start(null, null);
        assertThatThrownBy(() -> bed.reads("outages", ZONE)).hasMessage("several-operations");
        assertThat(bed.reads("plain.outages", ZONE).rows()).isEmpty();
    }

    @Test
    void theScreenSeesCallsFailuresAndTheirTime() {
        start(null, null);
        bed.reads("network.outages", ZONE);
        service.answers(500, "oops");
        catchThrowable(() -> bed.reads("network.outages", ZONE));

        assertThat(state().calls()).isEqualTo(2);
        assertThat(state().failures()).isEqualTo(1);
        assertThat(state().lastError()).isEqualTo("http-500");
        assertThat(state().p95()).isPositive();
        assertThat(state().kind()).isEqualTo("HTTP");
    }

    private void start(Integer concurrent, Integer rate) {
        OperatorOptions options = new OperatorOptions(concurrent, rate, null, null, null, null);
        bed = new OperatorTestBed(
                OperatorConnection.of("demo", "network", service.url(), null, null)
                        .describedBy("trial-web")
                        .with(options),
                OperatorConnection.of("demo", "plain", neighbour.url(), null, null)
                        .describedBy("trial-web"));
    }

    private SystemState state() {
        return TenantContext.call("demo", bed.systems::states).get(0);
    }
}
