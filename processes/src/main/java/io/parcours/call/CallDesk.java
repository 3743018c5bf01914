package io.parcours.call;

import io.parcours.call.AgentPlaces.Target;
import io.parcours.call.CallRefused.Reason;
import io.parcours.telephony.CallEvents;
import io.parcours.tenant.TenantContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent does in their call. The call's row is locked meanwhile, so that what the exchange tells of it finds it as it is
 * afterwards.
 */
@Component
public class CallDesk {

    private final CallRepository calls;
    private final AgentPlaces places;
    private final CallExchanges exchanges;
    private final CallKeeper keeper;
    private final CallTrace trace;
    private final CallNews news;

    CallDesk(
            CallRepository calls,
            AgentPlaces places,
            CallExchanges exchanges,
            CallKeeper keeper,
            CallTrace trace,
            CallNews news) {
        this.calls = calls;
        this.places = places;
        this.exchanges = exchanges;
        this.keeper = keeper;
        this.trace = trace;
        this.news = news;
    }

    /**
     * The agent hangs up. A customer who was called is gone afterwards; one who called hears what their journey has still to say.
     * Where the exchange does not answer the call is given up here, so that the agent can go on working, and there once it does.
     */
    @Transactional
    public void hangUp(String by, UUID callId) {
        CallRow call = mine(by, callId);
        String leg = call.inbound() ? call.legCall() : call.call();
        if (exchanges.problems().apply(call.account()) != null) {
            keeper.lose(call, leg);
            return;
        }
        if (leg == null) {
            throw new CallRefused(Reason.OVER);
        }
        exchanges.command(call.account(), () -> exchanges.telephony().hangUp(tenant(), call.account(), leg));
    }

    /** Gives the call away without a word before. @param to a colleague's user name, or a telephone number */
    @Transactional
    public void transfer(String by, UUID callId, String to) {
        CallRow call = talking(by, callId);
        if (call.consulting()) {
            throw new CallRefused(Reason.OVER);
        }
        Target target = target(by, to);
        UUID leg = UUID.randomUUID();
        trace.note("callTransferred", call, by, Map.of("to", to));
        given(call, target, leg, CallState.AGENT_RINGS);
        String legCall = exchanges.command(call.account(), () -> exchanges
                .telephony()
                .transfer(tenant(), call.account(), call.call(), target.place(), agentSide(call, leg)));
        calls.known(call.id(), null, legCall);
    }

    /** Asks somebody first, while the customer waits. @param to a colleague's user name, or a telephone number */
    @Transactional
    public void consult(String by, UUID callId, String to) {
        CallRow call = talking(by, callId);
        if (call.consulting()) {
            throw new CallRefused(Reason.OVER);
        }
        Target target = target(by, to);
        UUID leg = UUID.randomUUID();
        String legCall = exchanges.command(call.account(), () -> exchanges
                .telephony()
                .consult(
                        tenant(),
                        call.account(),
                        call.call(),
                        target.place(),
                        keeper.consultedSide(tenant(), call.id(), leg)));
        calls.consult(call.id(), target.username(), target.place(), leg, legCall);
        trace.note("consultationBegun", call, by, Map.of("to", to));
    }

    /** The one consulted takes the customer over. */
    @Transactional
    public void completeTransfer(String by, UUID callId) {
        CallRow call = consulting(by, callId);
        if (call.consulted() != null && calls.busy(call.consulted())) {
            throw new CallRefused(Reason.COLLEAGUE_BUSY);
        }
        trace.note("callHandedOver", call, by, Map.of("to", call.consultedName()));
        given(
                call,
                new Target(call.consulted(), call.consultAt()),
                call.consultLeg(),
                call.consultUp() ? CallState.TALKING : CallState.AGENT_RINGS);
        calls.known(call.id(), null, call.consultCall());
        exchanges.command(
                call.account(), () -> exchanges.telephony().completeTransfer(tenant(), call.account(), call.call()));
    }

    /** The one consulted is out, and the agent speaks with the customer again. */
    @Transactional
    public void cancelConsultation(String by, UUID callId) {
        CallRow call = consulting(by, callId);
        exchanges.command(
                call.account(), () -> exchanges.telephony().cancelConsultation(tenant(), call.account(), call.call()));
        calls.noConsultation(call.id());
        trace.note("consultationEnded", call, by, Map.of("to", call.consultedName()));
    }

    /** Records what is said, until it is stopped, the call is given away, or ends. */
    @Transactional
    public void record(String by, UUID callId) {
        CallRow call = talking(by, callId);
        if (call.recording() != null) {
            return;
        }
        String name = "parcours-" + UUID.randomUUID();
        CompletionStage<Boolean> begun = exchanges.command(
                call.account(), () -> exchanges.telephony().record(tenant(), call.account(), call.call(), name));
        calls.recording(call.id(), name);
        trace.note("recordingBegun", call, by, Map.of("recording", name));
        String tenant = tenant();
        begun.thenAccept(done -> {
            if (!done) {
                news.keep(tenant, () -> refused(call.id(), name));
            }
        });
    }

    @Transactional
    public void stopRecording(String by, UUID callId) {
        CallRow call = mine(by, callId);
        if (call.recording() == null) {
            return;
        }
        exchanges.command(
                call.account(), () -> exchanges.telephony().stopRecording(tenant(), call.account(), call.recording()));
        calls.recording(call.id(), null);
        trace.note("recordingEnded", call, by, Map.of("recording", call.recording()));
    }

    /** The exchange would not: then nobody must believe it. */
    private void refused(UUID callId, String name) {
        calls.lock(callId).filter(call -> name.equals(call.recording())).ifPresent(call -> {
            calls.recording(callId, null);
            trace.note("recordingRefused", call, null, Map.of());
        });
    }

    /** Before the command, so that a colleague who took another call at this moment is found out in time. */
    private void given(CallRow call, Target to, UUID leg, CallState state) {
        try {
            keeper.give(call, to.username(), to.place(), leg, state);
        } catch (DuplicateKeyException took) {
            throw new CallRefused(Reason.COLLEAGUE_BUSY);
        }
    }

    private Target target(String by, String to) {
        Target target = places.target(to);
        if (target.username() != null && (target.username().equals(by) || calls.busy(target.username()))) {
            throw new CallRefused(Reason.COLLEAGUE_BUSY);
        }
        return target;
    }

    private CallEvents agentSide(CallRow call, UUID leg) {
        return keeper.agentSide(tenant(), call.id(), leg, false);
    }

    private CallRow mine(String by, UUID callId) {
        return calls.lock(callId)
                .filter(call -> by.equals(call.agent()))
                .orElseThrow(() -> new CallRefused(Reason.OVER));
    }

    private CallRow talking(String by, UUID callId) {
        CallRow call = mine(by, callId);
        if (call.state() != CallState.TALKING) {
            throw new CallRefused(Reason.OVER);
        }
        return call;
    }

    private CallRow consulting(String by, UUID callId) {
        CallRow call = mine(by, callId);
        if (!call.consulting()) {
            throw new CallRefused(Reason.OVER);
        }
        return call;
    }

    private static String tenant() {
        return TenantContext.required();
    }
}
