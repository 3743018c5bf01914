package io.parcours.ui.simulator;

import io.parcours.connector.simulator.WireEvent;
import java.util.stream.Stream;

/**
 * A kind of telephone, or of anything that a subscriber holds. Each channel of the demo brings one as a bean; their order is that
 * of {@code @Order}.
 */
interface PhoneKind {

    /** Whose words stand under {@code simulator.<channel>.…}. */
    String channel();

    /** One for the subscriber who is chosen there, now and later. */
    Phone<?> open(SubscriberChoice choice);

    /** The last exchanges with the platform, of all subscribers. */
    Stream<? extends WireEvent> events();

    /** Tells whenever something may have changed, until closed. */
    AutoCloseable listen(Runnable news);
}
