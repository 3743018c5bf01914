package io.parcours.connector.sms;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * Reads the wire of one bind: notes the order of the messages, and turns one that cannot be taken apart into an unknown
 * command, which jSMPP answers with generic_nack. Left alone it would kill the worker thread unanswered, or put the
 * message's text into the log. A length beyond all reason ends the connection.
 */
final class InboundPduReader extends DefaultPDUReader {

    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();
    private static final int UNREADABLE = 0x000001FF;
    /** A payload of 64 KB (SMPP 3.4, 5.3.2.32) and all other parameters. Room is made for the length told before any of it is there. */
    private static final int LONGEST = 128 * 1024;

    private final Turnstile turnstile;

    InboundPduReader(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = super.readPDUHeader(in);
        if (header.getCommandLength() > LONGEST) {
            throw new InvalidCommandLengthException("Command length " + header.getCommandLength() + " is too long");
        }
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        byte[] pdu = super.readPDU(in, header);
        try {
            if (header.getCommandId() == SMPPConstant.CID_ALERT_NOTIFICATION) {
                DECOMPOSER.alertNotification(pdu);
            }
            AbstractSmCommand message = message(header.getCommandId(), pdu);
            if (message != null) {
                turnstile.arrive(message.getSourceAddr(), message.getSequenceNumber());
            }
        } catch (PDUStringException | RuntimeException malformed) {
            header.setCommandId(UNREADABLE);
        }
        return pdu;
    }

    private static AbstractSmCommand message(int command, byte[] pdu) throws PDUStringException {
        return switch (command) {
            case SMPPConstant.CID_DELIVER_SM -> DECOMPOSER.deliverSm(pdu);
            case SMPPConstant.CID_DATA_SM -> DECOMPOSER.dataSm(pdu);
            default -> null;
        };
    }
}
