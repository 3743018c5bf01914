package io.parcours.conversation;

import io.parcours.conversation.PartRepository.Parts;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a long text one part may never come: what is there is taken as it is, so that somebody reads it. */
@Component
class MissingParts {

    private static final Logger log = LoggerFactory.getLogger(MissingParts.class);
    /** The parts of one text leave a telephone within seconds; a message centre repeats one that was not taken after minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PartRepository parts;
    private final StoredInbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MissingParts(PartRepository parts, StoredInbox inbox, TransactionTemplate transaction, Clock clock) {
        this.parts = parts;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000)
    void giveUp() {
        try {
            List<Parts> incomplete = TenantContext.callAsSystem(() -> transaction.execute(
                    status -> parts.incomplete(clock.instant().minus(PATIENCE))));
            incomplete.forEach(each -> TenantContext.run(each.tenant(), () -> inbox.receive(each)));
        } catch (RuntimeException away) {
            log.warn(
                    "Incomplete texts wait for another minute: {}",
                    away.getClass().getSimpleName());
        }
    }
}
