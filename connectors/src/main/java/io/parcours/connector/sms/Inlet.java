package io.parcours.connector.sms;

import java.util.UUID;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.RandomMessageIDGenerator;

/** Where the messages of one bind come in, each sender's in their order. */
final class Inlet implements MessageReceiverListener {

    private final Receiver receiver;
    private final Turnstile turnstile;
    private final String bind = UUID.randomUUID().toString();

    /** Returns when the message is stored. */
    interface Receiver {

        /** @param bind tells one bind from the next, also across restarts */
        void take(AbstractSmCommand message, String bind) throws ProcessRequestException;
    }

    Inlet(Receiver receiver, Turnstile turnstile) {
        this.receiver = receiver;
        this.turnstile = turnstile;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        take(message);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        take(message);
        return new DataSmResult(new RandomMessageIDGenerator().newMessageId(), message.getOptionalParameters());
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // Says that a handset is reachable again; nothing waits for it.
    }

    private void take(AbstractSmCommand message) throws ProcessRequestException {
        try {
            turnstile.enter(message.getSourceAddr(), message.getSequenceNumber());
            receiver.take(message, bind);
        } finally {
            turnstile.leave(message.getSourceAddr(), message.getSequenceNumber());
        }
    }
}
