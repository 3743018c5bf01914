package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.Locale;

/**
 * One exchange of the simulated message centre with the platform.
 *
 * @param toPlatform whether the centre began it
 * @param subscriber the MSISDN it is about; empty for binds
 * @param messageId the centre's id: of the submitted message, of the one a receipt speaks of, or a delivery's own
 * @param status the SMPP command status of the answer; 0 is success, -1 stands for no answer at all
 * @param detail what else a technician would want to see, such as the first octets in hexadecimal
 */
public record SmscEvent(
        Instant at,
        Kind kind,
        boolean toPlatform,
        String systemId,
        String subscriber,
        String messageId,
        int status,
        String detail)
        implements WireEvent {

    /** What was exchanged. */
    public enum Kind {
        BIND,
        UNBIND,
        SUBMIT_SM,
        DELIVER_SM,
        RECEIPT
    }

    @Override
    public String what() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String account() {
        return systemId;
    }

    @Override
    public boolean succeeded() {
        return status == 0;
    }
}
