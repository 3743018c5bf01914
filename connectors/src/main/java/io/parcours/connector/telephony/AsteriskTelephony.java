package io.parcours.connector.telephony;

import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.Exchange;
import io.parcours.telephony.OnLine;
import io.parcours.telephony.Supervision;
import io.parcours.telephony.Telephony;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

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
    public String dial(CallRequest request, String agent, CallEvents agentSide, CallEvents calledSide) {
        return board(request.tenant(), request.account()).dial(request, agent, agentSide, calledSide);
    }

    @Override
    public List<Exchange> exchanges(String tenant) {
        return lines.all().stream()
                .filter(board -> board.account().tenant().equals(tenant))
                .map(board -> new Exchange(
                        board.account().name(),
                        board.account().trunk() != null,
                        board.state().works() ? null : board.state().problem().toString()))
                .toList();
    }

    @Override
    public Optional<OnLine> onLine(String tenant, String account, String address) {
        return lines.find(tenant, account)
                .flatMap(board -> board.reception().call(address))
                .map(call -> new OnLine(
                        call.channel(), call.began(), call.conference().isPresent()));
    }

    @Override
    public void hangUp(String tenant, String account, String call) {
        Switchboard board = board(tenant, account);
        board.dialled(call).ifPresentOrElse(Dialled::cancel, () -> board.legs()
                .find(call)
                .ifPresentOrElse(Leg::cancel, () -> board.ari().hangUp(call, Cause.NORMAL)));
    }

    @Override
    public String connect(
            String tenant, String account, String call, String agent, CallEvents agentSide, CallEvents callerSide) {
        Switchboard board = board(tenant, account);
        // Before the caller waits for somebody who cannot be called.
        board.legs().endpoint(agent);
        return board.reception()
                .byChannel(call)
                .map(caller -> caller.confer(board.legs(), callerSide).connect(agent, agentSide))
                .orElseThrow(() -> new IllegalStateException("The call is not up"));
    }

    @Override
    public String transfer(String tenant, String account, String call, String target, CallEvents events) {
        return conference(tenant, account, call).transfer(target, events);
    }

    @Override
    public String consult(String tenant, String account, String call, String target, CallEvents events) {
        return conference(tenant, account, call).consult(target, events);
    }

    @Override
    public void completeTransfer(String tenant, String account, String call) {
        conference(tenant, account, call).complete();
    }

    @Override
    public void cancelConsultation(String tenant, String account, String call) {
        conference(tenant, account, call).cancelConsultation();
    }

    @Override
    public String supervise(
            String tenant, String account, String call, String supervisor, Supervision how, CallEvents events) {
        return conference(tenant, account, call).supervise(supervisor, how, events);
    }

    @Override
    public CompletionStage<Boolean> record(String tenant, String account, String call, String name) {
        return conference(tenant, account, call).record(name);
    }

    @Override
    public void stopRecording(String tenant, String account, String name) {
        board(tenant, account)
                .ari()
                .post("stop-recording", "/recordings/live/" + Ari.encoded(name) + "/stop", Map.of());
    }

    private Conference conference(String tenant, String account, String call) {
        return board(tenant, account)
                .conference(call)
                .orElseThrow(() -> new IllegalStateException("The caller speaks with no agent"));
    }

    private Switchboard board(String tenant, String account) {
        return lines.find(tenant, account)
                .orElseThrow(() -> new IllegalArgumentException("There is no such voice account"));
    }
}
