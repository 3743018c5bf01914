package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;

/** Systems as the application would have them, and a clock that is moved. */
final class OperatorTestBed implements AutoCloseable {

    static final String TENANT = "demo";

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final MovedClock clock = new MovedClock();
    final SystemMaker maker;
    final ConnectedSystems systems;

    OperatorTestBed(OperatorConnection... connections) {
        maker = new SystemMaker(new OperationFiles(""), meters, clock);
        systems = new ConnectedSystems(
                Stream.of(connections).map(maker::configured).toList());
    }

    OperatorAnswer reads(String operation, Map<String, ?> parameters) {
        return readsAs(TENANT, operation, parameters);
    }

    OperatorAnswer readsAs(String tenant, String operation, Map<String, ?> parameters) {
        return TenantContext.call(tenant, () -> systems.read(operation, parameters));
    }

    OperatorAnswer writes(String operation, Map<String, ?> parameters, String key) {
        return TenantContext.call(TENANT, () -> systems.write(operation, parameters, key));
    }

    /** Described on the spot. */
    static Map<String, Described> described(OperatorConnection connection, String yaml) {
        return new OperationCheck(connection).check(OperationFile.read(yaml));
    }

    @Override
    public void close() {
        systems.close();
    }

    static final class MovedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-28T09:00:00Z");

        void passes(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
