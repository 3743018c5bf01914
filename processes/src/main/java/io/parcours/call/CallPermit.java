package io.parcours.call;

import io.parcours.call.CallRefused.Reason;
import io.parcours.decisions.ContactPermission.Answer;
import io.parcours.decisions.ContactPermission.Permission;
import io.parcours.permission.Permissions;
import io.parcours.telephony.Telephony;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks, before a customer is called, whether they may be. A refusal stands on their timeline. */
@Component
class CallPermit {

    private final Permissions permissions;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallPermit(Permissions permissions, Facts facts, TransactionTemplate transaction, Clock clock) {
        this.permissions = permissions;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws CallRefused with the decision's reason where it says no, or not now */
    void ask(String by, UUID customerId, String caseNumber, String purpose) {
        Answer answer = transaction.execute(status -> {
            Answer decided = permissions.ask(customerId, Telephony.CHANNEL, purpose);
            if (decided.permission() != Permission.ALLOWED) {
                facts.record(Fact.of(
                        clock.instant(),
                        "contactRefused",
                        caseNumber,
                        customerId,
                        by,
                        Map.of("channel", Telephony.CHANNEL, "purpose", purpose, "reason", decided.reason())));
            }
            return decided;
        });
        switch (answer.permission()) {
            case REFUSED -> throw new CallRefused(Reason.NOT_ALLOWED, answer.reason(), Duration.ZERO);
            case LATER -> throw new CallRefused(Reason.LATER, answer.reason(), answer.pause());
            default -> {}
        }
    }
}
