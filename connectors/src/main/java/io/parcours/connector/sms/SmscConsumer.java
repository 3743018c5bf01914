package io.parcours.connector.sms;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.extra.ProcessRequestException;

/**
 * Hands what the message centre delivers to the inbound route. The centre gets its positive answer when the route has
 * come to its end, and a temporary error otherwise: it keeps the message and delivers it again.
 *
 * <p>Suspended first at shutdown: the bind then stays for what is under way, and new messages wait at the centre.
 */
final class SmscConsumer extends DefaultConsumer implements Suspendable {

    /** Header of the exchange: which bind it came by. */
    static final String BIND = "SmscBind";

    private final SmscBind bind;

    SmscConsumer(SmscEndpoint endpoint, Processor processor, SmscBind bind) {
        super(endpoint, processor);
        this.bind = bind;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        bind.start(this::take);
    }

    @Override
    protected void doStop() throws Exception {
        bind.stop();
        super.doStop();
    }

    private void take(AbstractSmCommand message, String bindId) throws ProcessRequestException {
        if (isSuspendingOrSuspended() || isStoppingOrStopped()) {
            throw again();
        }
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(message);
        exchange.getIn().setHeader(BIND, bindId);
        try {
            getProcessor().process(exchange);
        } catch (Exception failure) {
            exchange.setException(failure);
        }
        boolean failed = exchange.getException() != null;
        releaseExchange(exchange, false);
        if (failed) {
            throw again();
        }
    }

    private static ProcessRequestException again() {
        // Without cause: jSMPP logs it, and causes quote texts.
        return new ProcessRequestException(
                "Not stored; the message centre delivers again", SMPPConstant.STAT_ESME_RX_T_APPN);
    }
}
