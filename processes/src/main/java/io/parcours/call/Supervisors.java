package io.parcours.call;

import io.parcours.call.CallRefused.Reason;
import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.Supervision;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Supervisors in calls of their agents: who listens, whispers or speaks, and how that begins and ends. */
@Component
public class Supervisors {

    private final CallRepository calls;
    private final SupervisionRepository supervisions;
    private final AgentPlaces places;
    private final CallExchanges exchanges;
    private final CallTrace trace;
    private final CallNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Supervisors(
            CallRepository calls,
            SupervisionRepository supervisions,
            AgentPlaces places,
            CallExchanges exchanges,
            CallTrace trace,
            CallNews news,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.supervisions = supervisions;
        this.places = places;
        this.exchanges = exchanges;
        this.trace = trace;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody in a call beside those who speak. @param up whether their telephone was answered */
    public record Part(UUID callId, String supervisor, Supervision how, boolean up) {}

    @Transactional(readOnly = true)
    public List<Part> parts() {
        return supervisions.open().stream()
                .map(row -> new Part(row.callId(), row.supervisor(), row.how(), row.up()))
                .toList();
    }

    /**
     * Calls the supervisor and lets them take part.
     *
     * @throws CallRefused saying why not
     */
    public void begin(String by, UUID callId, Supervision how) {
        UUID id = UUID.randomUUID();
        String[] place = new String[1];
        CallRow call;
        try {
            call = transaction.execute(status -> {
                place[0] = places.of(by).orElseThrow(() -> new CallRefused(Reason.NO_PLACE));
                CallRow found = calls.lock(callId)
                        .filter(each -> each.state() == CallState.TALKING)
                        .orElseThrow(() -> new CallRefused(Reason.OVER));
                supervisions.insert(id, callId, by, how, clock.instant());
                trace.note("supervisionBegun", found, by, Map.of("how", how.name(), "agent", who(found)));
                return found;
            });
        } catch (DuplicateKeyException already) {
            throw new CallRefused(Reason.BUSY);
        }
        String tenant = TenantContext.required();
        try {
            String leg = exchanges.command(call.account(), () -> exchanges
                    .telephony()
                    .supervise(tenant, call.account(), call.call(), place[0], how, events(tenant, id)));
            transaction.executeWithoutResult(status -> supervisions.known(id, leg));
        } catch (CallRefused refused) {
            transaction.executeWithoutResult(status -> over(id));
            throw refused;
        }
    }

    /** Ends the supervisor's own part; nothing where there is none. Where the exchange does not answer it is over here at once. */
    @Transactional
    public void leave(String by) {
        String tenant = TenantContext.required();
        UnaryOperator<String> problems = exchanges.problems();
        supervisions.open().stream().filter(row -> row.supervisor().equals(by)).forEach(row -> {
            Optional<CallRow> call = calls.lock(row.callId()).filter(found -> row.legCall() != null);
            call.ifPresent(
                    found -> exchanges.tell(telephony -> telephony.hangUp(tenant, found.account(), row.legCall())));
            if (call.isEmpty() || problems.apply(call.get().account()) != null) {
                over(row.id());
            }
        });
    }

    private CallEvents events(String tenant, UUID id) {
        return new CallEvents() {
            @Override
            public void answered(Answerer answerer) {
                news.keep(tenant, () -> {
                    if (supervisions.there(id)) {
                        trace.showAll();
                    }
                });
            }

            @Override
            public void ended(CallEnd end) {
                news.keep(tenant, () -> over(id));
            }
        };
    }

    private void over(UUID id) {
        supervisions.end(id, clock.instant()).ifPresent(row -> {
            calls.find(row.callId())
                    .ifPresent(call -> trace.note(
                            "supervisionEnded",
                            call,
                            row.supervisor(),
                            Map.of("how", row.how().name())));
            trace.showAll();
        });
    }

    private static String who(CallRow call) {
        return call.agent() == null ? call.place() : call.agent();
    }
}
