package io.parcours.journey.balance;

import io.parcours.work.JourneyQueues;
import io.parcours.work.Queue;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Level 1 answers whom the system could not. */
@Component
class BalanceQueues implements JourneyQueues {

    @Override
    public List<Queue> queues() {
        return List.of(new Queue("balance-requests", Set.of("AGENT_N1")));
    }
}
