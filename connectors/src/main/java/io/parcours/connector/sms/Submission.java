package io.parcours.connector.sms;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.SegmentedText;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.SendRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.component.smpp.SmppConstants;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.NegativeResponseException;

/** One segment on its way through the outbound route, and what came of it in the words of the port. */
final class Submission implements Processor {

    private final SmsAccount account;
    private final String to;
    private final SegmentedText text;
    private final byte[] segment;

    Submission(SmsAccount account, String to, SegmentedText text, byte[] segment) {
        this.account = account;
        this.to = to;
        this.text = text;
        this.segment = segment;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getIn();
        // One octet a character: camel-smpp then sends the octets as they are, under any data coding.
        message.setBody(new String(segment, StandardCharsets.ISO_8859_1));
        message.setHeader(SmppConstants.ENCODING, StandardCharsets.ISO_8859_1.name());
        message.setHeader(SmppConstants.DATA_CODING, text.dataCoding());
        GSMSpecificFeature header = text.concatenated() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT;
        message.setHeader(SmppConstants.ESM_CLASS, new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, header));
        Optional.ofNullable(account.options().validityPeriod())
                .ifPresent(period -> message.setHeader(SmppConstants.VALIDITY_PERIOD, period));
        SmppAddress source = SmppAddress.ofSender(account);
        message.setHeader(SmppConstants.SOURCE_ADDR, source.digits());
        message.setHeader(SmppConstants.SOURCE_ADDR_TON, source.ton());
        message.setHeader(SmppConstants.SOURCE_ADDR_NPI, source.npi());
        SmppAddress destination = SmppAddress.of(to);
        message.setHeader(SmppConstants.DEST_ADDR, destination.digits());
        message.setHeader(SmppConstants.DEST_ADDR_TON, destination.ton());
        message.setHeader(SmppConstants.DEST_ADDR_NPI, destination.npi());
    }

    /** The centre's id of the segment, where it gave one; else the exception that the port promises. */
    Optional<String> outcome(Exchange exchange) {
        if (exchange.getException() != null) {
            throw failure(exchange.getException());
        }
        List<?> ids = exchange.getMessage().getHeader(SmppConstants.ID, List.class);
        return ids == null
                ? Optional.empty()
                : ids.stream().map(String::valueOf).findFirst();
    }

    static String code(int status) {
        return "0x%08X".formatted(status);
    }

    private RuntimeException failure(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NegativeResponseException refused) {
                return negative(refused.getCommandStatus(), refused);
            }
            if (cause instanceof GenericNackResponseException refused) {
                return refused(refused.getCommandStatus(), refused);
            }
            if (cause instanceof PDUStringException invalid) {
                // Its message quotes the value.
                return refused(invalid.getErrorCode(), null);
            }
            if (cause instanceof IOException || cause instanceof DirectConsumerNotAvailableException) {
                return new ChannelUnavailable("Not sent to " + account.address() + ": " + cause.getMessage(), cause);
            }
        }
        return new OutcomeUnknown("No answer from " + account.address(), failure);
    }

    private RuntimeException negative(int status, Exception cause) {
        boolean later = status == SMPPConstant.STAT_ESME_RTHROTTLED || status == SMPPConstant.STAT_ESME_RMSGQFUL;
        return later ? new Throttled(answered(status), cause) : refused(status, cause);
    }

    private SendRefused refused(int status, Exception cause) {
        return new SendRefused(code(status), answered(status), cause);
    }

    private String answered(int status) {
        return account.address() + " answered " + code(status);
    }
}
