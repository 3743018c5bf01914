package io.parcours.drill.crew;

import io.parcours.engine.Tasks;
import io.parcours.security.DemoUser;
import io.parcours.work.WorkFilter;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The back office during a drill, inside the platform's process: solves whatever lies in the billing queue, as a person would,
 * through the same door. Killed in the middle, it takes up its own claimed work first.
 */
@Component
@Profile("drill")
class Crew {

    private static final Logger log = LoggerFactory.getLogger(Crew.class);
    private static final List<String> QUEUE = List.of("complaint-billing");
    private static final Map<String, Object> SOLVED =
            Map.of("outcome", "SOLVED", "resolution", "La facture est corrigée.");

    private final WorkQueue queue;
    private final Tasks tasks;

    Crew(WorkQueue queue, Tasks tasks) {
        this.queue = queue;
        this.tasks = tasks;
    }

    @Scheduled(fixedDelay = 100)
    void work() {
        try {
            Person.is(DemoUser.FATOU, this::solveAll);
        } catch (RuntimeException e) {
            // The database is being restarted, or somebody else moved the case: it is still in the queue.
            log.warn("The crew goes on in a moment: {}", e.toString());
        }
    }

    private void solveAll() {
        for (Optional<WorkItem> item = next(); item.isPresent(); item = next()) {
            tasks.complete(item.get().taskId(), SOLVED);
        }
    }

    private Optional<WorkItem> next() {
        WorkFilter mine = new WorkFilter(QUEUE, DemoUser.FATOU.username(), false, false, null);
        return queue.page(mine, 0, 1).stream().findFirst().or(() -> queue.claimNext(QUEUE));
    }
}
