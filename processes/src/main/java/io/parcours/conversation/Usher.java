package io.parcours.conversation;

import io.parcours.engine.Gates;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Calls in who waits for an account that takes messages again, as many a second as it takes and nobody else wants. */
@Component
class Usher {

    /** By an account that has no limit: more than the steps that a node runs in a second. */
    private static final int MOST = 200;

    private final Gates gates;
    private final Line line;
    private final boolean enabled;

    /** @param enabled whether this node runs the steps of journeys */
    Usher(Gates gates, Line line, @Value("${parcours.jobs.enabled:true}") boolean enabled) {
        this.gates = gates;
        this.line = line;
        this.enabled = enabled;
    }

    @Scheduled(fixedDelay = 1_000)
    void watch() {
        try {
            if (enabled && gates.somebodyWaits()) {
                callIn();
            }
        } catch (DataAccessException | TransactionException away) {
            // The next second is soon enough.
        }
    }

    void callIn() {
        line.channels().forEach(this::callIn);
    }

    private void callIn(Channel channel) {
        channel.states().stream().filter(AccountState::works).forEach(state -> {
            int free = Math.min(MOST, channel.freePlaces(state.tenant(), state.account()));
            if (free > 0) {
                int called = gates.callIn(state.tenant(), Line.gate(channel.name(), state.account()), free);
                IntStream.range(0, called).forEach(any -> channel.place(state.tenant(), state.account()));
            }
        });
    }
}
