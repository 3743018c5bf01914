package io.parcours.connector.telephony;

import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.Supervision;
import io.parcours.telephony.Telephony;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Calls beyond a script, on the accounts' exchanges. */
final class AsteriskTelephony implements Telephony {

    private final VoiceLines lines;

    AsteriskTelephony(VoiceLines lines) {
        this.lines = lines;
    }

    @Override
    public String call(CallRequest request, CallEvents events) {
        return board(request.tenant(), request.account())
                .legs()
                .call(request.target(), request.rings(), request.detectMachine(), events)
                .channel();
    }

    @Override
    public void hangUp(String tenant, String account, String call) {
        Switchboard board = board(tenant, account);
        board.legs().find(call).ifPresentOrElse(Leg::cancel, () -> board.ari().hangUp(call, Cause.NORMAL));
    }

    @Override
    public String connect(String tenant, String account, String call, String agent, CallEvents events) {
        return board(tenant, account)
                .reception()
                .byChannel(call)
                .map(caller -> caller.confer(board(tenant, account).legs()).connect(agent, events))
                .orElseThrow(() -> new IllegalStateException("The call is not up"));
    }

    @Override
    public String transfer(String tenant, String account, String call, String target, CallEvents events) {
        return in(tenant, account, call, conference -> conference.transfer(target, events));
    }

    @Override
    public String consult(String tenant, String account, String call, String target, CallEvents events) {
        return in(tenant, account, call, conference -> conference.consult(target, events));
    }

    @Override
    public void completeTransfer(String tenant, String account, String call) {
        in(tenant, account, call, conference -> {
            conference.complete();
            return null;
        });
    }

    @Override
    public void cancelConsultation(String tenant, String account, String call) {
        in(tenant, account, call, conference -> {
            conference.cancelConsultation();
            return null;
        });
    }

    @Override
    public String supervise(
            String tenant, String account, String call, String supervisor, Supervision how, CallEvents events) {
        return in(tenant, account, call, conference -> conference.supervise(supervisor, how, events));
    }

    @Override
    public void record(String tenant, String account, String call, String name) {
        in(tenant, account, call, conference -> {
            conference.record(name);
            return null;
        });
    }

    @Override
    public void stopRecording(String tenant, String account, String name) {
        board(tenant, account)
                .ari()
                .post("stop-recording", "/recordings/live/" + Ari.encoded(name) + "/stop", Map.of());
    }

    private String in(String tenant, String account, String call, Function<Conference, String> act) {
        return board(tenant, account)
                .reception()
                .byChannel(call)
                .flatMap(Call::conference)
                .map(conference -> Optional.ofNullable(act.apply(conference)).orElse(""))
                .orElseThrow(() -> new IllegalStateException("The caller speaks with no agent"));
    }

    private Switchboard board(String tenant, String account) {
        return lines.find(tenant, account)
                .orElseThrow(() -> new IllegalArgumentException("There is no such voice account"));
    }
}
