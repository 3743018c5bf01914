package io.parcours.journey.unrouted;

import io.parcours.work.JourneyQueues;
import io.parcours.work.Queue;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What no rule places goes before the agents. */
@Component
class UnroutedQueues implements JourneyQueues {

    @Override
    public List<Queue> queues() {
        return List.of(new Queue("unrouted", Set.of("AGENT_N1", "AGENT_N2")));
    }
}
