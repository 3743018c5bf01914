package io.parcours.connector.sms;

import io.parcours.conversation.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/** Why there is no bind, in words for the account's operator. */
final class BindProblem {

    private static final Set<Integer> NOT_LET_IN =
            Set.of(SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID);

    private BindProblem() {}

    /** @param failed what the attempt ended with */
    static Problem of(IOException failed) {
        // jSMPP's own words name the session, and would be news at each attempt.
        if (failed.getCause() instanceof ResponseTimeoutException) {
            return Problem.of("sms.silent");
        }
        if (failed.getCause() instanceof NegativeResponseException refused) {
            return NOT_LET_IN.contains(refused.getCommandStatus())
                    ? Problem.of("sms.login", told(refused))
                    : Problem.of("sms.refused", told(refused));
        }
        return failed instanceof ConnectException
                ? Problem.of("sms.noConnection", told(failed))
                : Problem.of("sms.unreachable", told(failed));
    }

    private static String told(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
