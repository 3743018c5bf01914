package io.parcours.journey.complaint;

import io.parcours.work.JourneyQueues;
import io.parcours.work.Queue;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who works a complaint: level 1 qualifies, the back office solves, level 2 helps with networks, the supervisor decides. */
@Component
class ComplaintQueues implements JourneyQueues {

    @Override
    public List<Queue> queues() {
        return List.of(
                new Queue("complaint-qualification", Set.of("AGENT_N1", "AGENT_N2")),
                new Queue("complaint-technical", Set.of("BACK_OFFICE", "AGENT_N2")),
                new Queue("complaint-billing", Set.of("BACK_OFFICE")),
                new Queue("complaint-relational", Set.of("BACK_OFFICE")),
                new Queue("complaint-approvals", Set.of("SUPERVISOR")),
                new Queue("complaint-escalations", Set.of("SUPERVISOR")));
    }
}
