package io.parcours.conversation;

import io.parcours.engine.Gates;
import io.parcours.engine.Gates.Gate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Calls in who waits for an account that takes messages again, as many as it takes and nobody else wants. */
@Component
class Usher {

    /** By an account that has no limit: about what a node's threads get through until it looks again. */
    private static final int MOST = 50;

    private final Gates gates;
    private final Line line;
    private final boolean enabled;

    /** @param enabled whether this node runs the steps of journeys */
    Usher(Gates gates, Line line, @Value("${parcours.jobs.enabled:true}") boolean enabled) {
        this.gates = gates;
        this.line = line;
        this.enabled = enabled;
    }

    @Scheduled(fixedDelay = 500)
    void watch() {
        if (enabled) {
            try {
                callIn();
            } catch (DataAccessException | TransactionException away) {
                // The next time is soon enough.
            }
        }
    }

    void callIn() {
        List<Gate> waiting = gates.waiting();
        line.waitingOnlyAt(waiting);
        line.channels().forEach(channel -> channel.states().stream()
                .filter(state -> state.works() && waiting.contains(Line.gate(state)))
                .forEach(state -> callIn(channel, state)));
    }

    private void callIn(Channel channel, AccountState state) {
        int free = Math.min(MOST, channel.freePlaces(state.tenant(), state.account()));
        if (free > 0) {
            int called = gates.callIn(Line.gate(state), free);
            IntStream.range(0, called).forEach(any -> channel.place(state.tenant(), state.account()));
        }
    }
}
