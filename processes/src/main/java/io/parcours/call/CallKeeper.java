package io.parcours.call;

import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.Telephony;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the exchange tells of calls becomes their state. Whatever comes late, of a leg that was replaced, changes nothing. */
@Component
class CallKeeper {

    private final CallRepository calls;
    private final CallExchanges exchanges;
    private final CallTrace trace;
    private final CallNews news;
    private final Clock clock;

    CallKeeper(CallRepository calls, CallExchanges exchanges, CallTrace trace, CallNews news, Clock clock) {
        this.calls = calls;
        this.exchanges = exchanges;
        this.trace = trace;
        this.news = news;
        this.clock = clock;
    }

    /** The one who has the call, or is to have it. @param dials whether somebody is called for them once they are there */
    CallEvents agentSide(String tenant, UUID id, UUID leg, boolean dials) {
        return new CallEvents() {
            @Override
            public void answered(Answerer answerer) {
                withLeg(tenant, id, leg, call -> come(call, dials ? CallState.DIALLED : CallState.TALKING));
            }

            @Override
            public void ended(CallEnd end) {
                withLeg(tenant, id, leg, call -> agentLeft(call, end));
            }
        };
    }

    /** The customer who is called. */
    CallEvents customerSide(String tenant, UUID id) {
        return new CallEvents() {
            @Override
            public void ringing() {
                with(tenant, id, call -> come(call, CallState.RINGING));
            }

            @Override
            public void answered(Answerer answerer) {
                with(tenant, id, call -> come(call, CallState.TALKING));
            }

            @Override
            public void ended(CallEnd end) {
                with(tenant, id, call -> end(call, end.outcome().name()));
            }
        };
    }

    /** The customer who called. Before they were spoken with, their agent's side tells how it ended. */
    CallEvents callerSide(String tenant, UUID id) {
        return end -> with(tenant, id, call -> {
            if (call.state() == CallState.TALKING) {
                end(call, end.outcome().name());
            }
        });
    }

    /** The one whom the agent asks first; the same leg may have become the agent's by then. */
    CallEvents consultedSide(String tenant, UUID id, UUID leg) {
        CallEvents asAgent = agentSide(tenant, id, leg, false);
        return new CallEvents() {
            @Override
            public void answered(Answerer answerer) {
                asAgent.answered(answerer);
                with(tenant, id, call -> {
                    if (leg.equals(call.consultLeg())) {
                        calls.consultedThere(id);
                        trace.show(call);
                    }
                });
            }

            @Override
            public void ended(CallEnd end) {
                asAgent.ended(end);
                with(tenant, id, call -> {
                    if (leg.equals(call.consultLeg())) {
                        calls.noConsultation(id);
                        trace.note("consultationEnded", call, null, outcome(call.consultedName(), end));
                    }
                });
            }
        };
    }

    void end(CallRow call, String outcome) {
        calls.end(call.id(), outcome, clock.instant());
        Map<String, Object> detail = new HashMap<>(Map.of("outcome", outcome, "inbound", call.inbound()));
        if (call.talkingAt() != null) {
            detail.put(
                    "seconds",
                    Duration.between(call.talkingAt(), clock.instant()).toSeconds());
        }
        if (call.agent() != null) {
            detail.put("agent", call.agent());
        }
        trace.note("callEnded", call, null, detail);
    }

    /**
     * Given up without the exchange's word for it.
     *
     * @param leg to be hung up once the exchange answers again; null where there is none yet
     */
    void lose(CallRow call, String leg) {
        stopNoting(call);
        end(call, "LOST");
        if (leg != null) {
            later((telephony, tenant) -> telephony.hangUp(tenant, call.account(), leg));
        }
    }

    /** Somebody else has the call from now on, and decides anew whether it is recorded; the one who had it is free. */
    void give(CallRow call, String to, String place, UUID leg, CallState state) {
        calls.give(call.id(), to, place, leg, state);
        stopNoting(call);
        trace.show(call);
        trace.showTo(to);
    }

    private void stopNoting(CallRow call) {
        if (call.recording() == null) {
            return;
        }
        trace.note("recordingEnded", call, null, Map.of("recording", call.recording()));
        later((telephony, tenant) -> telephony.stopRecording(tenant, call.account(), call.recording()));
    }

    /** At the exchange once it is so here: an act that is undone changes nothing there. */
    private void later(BiConsumer<Telephony, String> what) {
        String tenant = TenantContext.required();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                exchanges.tell(telephony -> what.accept(telephony, tenant));
            }
        });
    }

    private void come(CallRow call, CallState state) {
        if (call.state().compareTo(state) >= 0) {
            return;
        }
        calls.state(call.id(), state, clock.instant());
        if (state == CallState.TALKING) {
            trace.note("callAnswered", call, null, Map.of("agent", call.agent() == null ? call.place() : call.agent()));
        } else {
            trace.show(call);
        }
    }

    private void agentLeft(CallRow call, CallEnd end) {
        if (call.consulting()) {
            // The agent left the two to each other.
            trace.note("callHandedOver", call, call.agent(), Map.of("to", call.consultedName()));
            CallState state = call.consultUp() ? CallState.TALKING : CallState.AGENT_RINGS;
            String next = call.consulted() == null || calls.busy(call.consulted()) ? null : call.consulted();
            give(call, next, call.consultAt(), call.consultLeg(), state);
            calls.known(call.id(), null, call.consultCall());
        } else if (end.outcome() != CallOutcome.ANSWERED) {
            end(call, "AGENT_" + end.outcome());
        } else if (call.inbound() || call.state() == CallState.TALKING) {
            end(call, CallOutcome.ANSWERED.name());
        }
        // An agent who hangs up while the customer is being called: the customer's side tells how it ended.
    }

    private static Map<String, Object> outcome(String who, CallEnd end) {
        return Map.of("to", who, "outcome", end.outcome().name());
    }

    private void withLeg(String tenant, UUID id, UUID leg, Consumer<CallRow> what) {
        with(tenant, id, call -> {
            if (leg.equals(call.leg())) {
                what.accept(call);
            }
        });
    }

    private void with(String tenant, UUID id, Consumer<CallRow> what) {
        news.keep(tenant, () -> calls.lock(id).ifPresent(what));
    }
}
