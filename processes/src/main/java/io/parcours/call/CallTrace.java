package io.parcours.call;

import io.parcours.live.Changes;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes what was done in a call on the timeline of its customer, and wakes the screens that show it. */
@Component
class CallTrace {

    private final Facts facts;
    private final Changes changes;
    private final Clock clock;

    CallTrace(Facts facts, Changes changes, Clock clock) {
        this.facts = facts;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param actor null where it happened by itself */
    void note(String kind, CallRow call, String actor, Map<String, Object> detail) {
        facts.record(Fact.of(clock.instant(), kind, call.caseNumber(), call.customerId(), actor, detail));
        show(call);
    }

    /** Without a line on the timeline. */
    void show(CallRow call) {
        Set<String> topics = new LinkedHashSet<>(Set.of("calls", "customer/" + call.customerId()));
        if (call.agent() != null) {
            topics.add("calls/" + call.agent());
        }
        if (call.caseNumber() != null) {
            topics.add("case/" + call.caseNumber());
        }
        changes.touch(topics);
    }

    /** To whoever watches all calls. */
    void showAll() {
        changes.touch(Set.of("calls"));
    }

    /** Somebody's bar shows another call, or none. */
    void showTo(String agent) {
        if (agent != null) {
            changes.touch(Set.of("calls/" + agent));
        }
    }
}
