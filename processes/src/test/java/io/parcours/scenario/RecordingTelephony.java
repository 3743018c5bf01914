package io.parcours.scenario;

import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.Exchange;
import io.parcours.telephony.OnLine;
import io.parcours.telephony.Supervision;
import io.parcours.telephony.Telephony;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An exchange that notes what it is told; the test says what happens there. */
public class RecordingTelephony implements Telephony {

    public static final String ACCOUNT = "demo-voice";

    private final List<Leg> legs = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> onLine = new ConcurrentHashMap<>();
    private volatile String problem;
    private volatile boolean late;
    private volatile CompletionStage<Boolean> records = CompletableFuture.completedFuture(true);

    /** Somebody who is called. */
    public record Leg(String id, String target, CallEvents events) {

        public void answers() {
            events.ringing();
            events.answered(Answerer.UNASKED);
        }

        public void ends(CallOutcome outcome) {
            events.ended(new CallEnd(outcome, 16, 0, true));
        }
    }

    /** The latest that was called there. */
    public Leg leg(String target) {
        return legs.stream()
                .filter(leg -> leg.target().equals(target))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("Nobody called " + target + ": " + commands));
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** @param reason null where it works */
    public void isDown(String reason) {
        problem = reason;
    }

    public void refusesToRecord() {
        records(CompletableFuture.completedFuture(false));
    }

    /** @param begun told whether it records, sooner or later */
    public void records(CompletionStage<Boolean> begun) {
        records = begun;
    }

    /** Whatever is asked for in a call finds it over. */
    public void isTooLate() {
        late = true;
    }

    public void isOnTheTelephone(String address, String call) {
        onLine.put(address, call);
    }

    public void forget() {
        legs.clear();
        commands.clear();
        onLine.clear();
        problem = null;
        late = false;
        records = CompletableFuture.completedFuture(true);
    }

    @Override
    public String call(CallRequest request, CallEvents events) {
        return called("call", request.target(), events);
    }

    @Override
    public String dial(CallRequest request, String agent, CallEvents agentSide, CallEvents calledSide) {
        called("dial", agent, agentSide);
        return called("for", request.target(), calledSide);
    }

    @Override
    public List<Exchange> exchanges(String tenant) {
        return tenant.equals(Scenario.TENANT) ? List.of(new Exchange(ACCOUNT, true, problem)) : List.of();
    }

    @Override
    public Optional<OnLine> onLine(String tenant, String account, String address) {
        return Optional.ofNullable(onLine.get(address)).map(call -> new OnLine(call, Instant.now(), false));
    }

    @Override
    public void hangUp(String tenant, String account, String call) {
        commands.add("hangUp " + call);
    }

    @Override
    public String connect(
            String tenant, String account, String call, String agent, CallEvents agentSide, CallEvents callerSide) {
        if (late || !onLine.containsValue(call)) {
            throw new IllegalStateException("The call is not up");
        }
        called("caller", call, callerSide);
        return called("connect", agent, agentSide);
    }

    @Override
    public String transfer(String tenant, String account, String call, String target, CallEvents events) {
        return called("transfer", target, events);
    }

    @Override
    public String consult(String tenant, String account, String call, String target, CallEvents events) {
        return called("consult", target, events);
    }

    @Override
    public void completeTransfer(String tenant, String account, String call) {
        commands.add("complete " + call);
    }

    @Override
    public void cancelConsultation(String tenant, String account, String call) {
        commands.add("cancel " + call);
    }

    @Override
    public String supervise(
            String tenant, String account, String call, String supervisor, Supervision how, CallEvents events) {
        if (late) {
            throw new IllegalStateException("The call is not up");
        }
        return called("supervise " + how, supervisor, events);
    }

    @Override
    public CompletionStage<Boolean> record(String tenant, String account, String call, String name) {
        commands.add("record " + call);
        return records;
    }

    @Override
    public void stopRecording(String tenant, String account, String name) {
        commands.add("stopRecording");
    }

    private String called(String command, String target, CallEvents events) {
        String id = "leg-" + UUID.randomUUID();
        legs.add(new Leg(id, target, events));
        commands.add(command + " " + target);
        return id;
    }
}
