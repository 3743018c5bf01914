package io.parcours.telephony;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Calls beyond a script: those we make, and those in which an agent speaks. What comes of a command is told by events; only for a
 * room in which people are to speak is the exchange waited for.
 */
public interface Telephony {

    /** As which calls stand among the channels. */
    String CHANNEL = "voice";

    /**
     * Calls somebody. Whether it could be begun at all is told by the events as well.
     *
     * @return the id of the call
     */
    String call(CallRequest request, CallEvents events);

    /**
     * Calls an agent, and somebody else for them once they have answered; when both are there it is a call like one that came
     * in. Whoever is called is told of as the two of them: the agent's events, and those of the one who is called. The latter
     * end in any case, and the call with them.
     *
     * @return the id of the call
     * @throws IllegalStateException where the account cannot call out
     */
    String dial(CallRequest request, String agent, CallEvents agentSide, CallEvents calledSide);

    /** The operator's accounts, in the order in which they were set up. */
    List<Exchange> exchanges(String tenant);

    /** The call of a subscriber who is on the telephone now, the last of several; empty where there is none. */
    Optional<OnLine> onLine(String tenant, String account, String address);

    /** Ends a call, whoever began it and in whatever state it is. One that is not there is over already. */
    void hangUp(String tenant, String account, String call);

    /**
     * Calls an agent and lets agent and caller speak; until then, and after the agent has hung up, the caller's script goes on.
     *
     * @param call the id of a call that is up
     * @param agent a number in E.164 or an endpoint of the exchange
     * @param callerSide told the end alone, and only where the caller leaves while an agent has them: before the ends of those
     *     who are hung up for it
     * @return the id of the agent's leg
     * @throws IllegalStateException where the call is not up
     */
    String connect(
            String tenant, String account, String call, String agent, CallEvents agentSide, CallEvents callerSide);

    /** Gives the caller to somebody else without a word before; the agent's part ends at once. */
    String transfer(String tenant, String account, String call, String target, CallEvents events);

    /** The agent speaks with somebody else first, while the caller waits with music. */
    String consult(String tenant, String account, String call, String target, CallEvents events);

    /** The one consulted takes the caller over, and the agent is out. */
    void completeTransfer(String tenant, String account, String call);

    /** The one consulted is out, and the agent speaks with the caller again. */
    void cancelConsultation(String tenant, String account, String call);

    /** @return the id of the supervisor's leg, by which the part ends too */
    String supervise(String tenant, String account, String call, String supervisor, Supervision how, CallEvents events);

    /**
     * Records what caller and agent say, until it is stopped or their conversation ends.
     *
     * @param name of the recording at the exchange
     * @return whether the exchange does it
     */
    CompletionStage<Boolean> record(String tenant, String account, String call, String name);

    void stopRecording(String tenant, String account, String name);
}
