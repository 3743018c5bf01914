package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** Makes systems of connections. */
record SystemMaker(OperationFiles files, MeterRegistry meters, Clock clock) {

    /** @throws IllegalArgumentException with the sentence for whoever runs the installation */
    OperatorSystem configured(OperatorConnection connection) {
        return new OperatorSystem(connection, files.of(connection), meters, clock);
    }

    /** One that is set up while the platform runs. @throws IllegalArgumentException as above */
    OperatorSystem setUp(OperatorConnection connection) {
        return OperatorSystem.setUp(connection, files.of(connection), meters, clock);
    }
}
