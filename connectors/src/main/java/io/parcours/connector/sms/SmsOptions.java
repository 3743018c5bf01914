package io.parcours.connector.sms;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.time.Duration;
import java.util.Locale;

/**
 * How an account's bind behaves; what is null takes its default.
 *
 * @param enquireLink silence after which the link is tested (30 s); also how long a connection attempt may take
 * @param responseTimeout how long the message centre may take to answer one segment (10 s)
 * @param bindTimeout how long it may take to answer the bind (10 s)
 * @param reconnectFirst pause before the first new attempt to bind (1 s); doubles with each failure
 * @param reconnectMost the longest such pause (30 s)
 * @param window how many segments may wait for their answer at once (10)
 * @param rate how many segments may leave a second; null for as many as the window allows
 * @param inboundThreads how many messages and receipts are stored at once (10)
 * @param sourceTon type of number of the sender; told from the sender's shape where null
 * @param sourceNpi numbering plan of the sender; told from the sender's shape where null
 * @param receiptIds how receipts spell the ids of the messages they speak of ({@link ReceiptIdStyle#AUTO})
 * @param validity for how long the centre tries to deliver, up to 30 days; as long as it likes where null
 */
public record SmsOptions(
        Duration enquireLink,
        Duration responseTimeout,
        Duration bindTimeout,
        Duration reconnectFirst,
        Duration reconnectMost,
        Integer window,
        Integer rate,
        Integer inboundThreads,
        Byte sourceTon,
        Byte sourceNpi,
        ReceiptIdStyle receiptIds,
        Duration validity) {

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(30);

    /** How the ids in submit_sm_resp and in receipts are spelt. */
    public enum ReceiptIdStyle {
        /** Learnt from the first receipts whose message is remembered; the same spelling until then. */
        AUTO,
        SAME,
        /** Hexadecimal in the answer, decimal in the receipt. */
        HEX_THEN_DECIMAL,
        /** Decimal in the answer, hexadecimal in the receipt. */
        DECIMAL_THEN_HEX
    }

    public SmsOptions {
        enquireLink = or(enquireLink, Duration.ofSeconds(30));
        responseTimeout = or(responseTimeout, Duration.ofSeconds(10));
        bindTimeout = or(bindTimeout, Duration.ofSeconds(10));
        reconnectFirst = or(reconnectFirst, Duration.ofSeconds(1));
        reconnectMost = or(reconnectMost, Duration.ofSeconds(30));
        window = or(window, 10);
        if (rate != null && rate < 1) {
            throw new WrongValue(Problem.of("account.smsRate", rate.toString()));
        }
        inboundThreads = or(inboundThreads, 10);
        receiptIds = or(receiptIds, ReceiptIdStyle.AUTO);
        if (validity != null && (validity.toSeconds() < 1 || validity.compareTo(LONGEST_VALIDITY) > 0)) {
            throw new WrongValue(Problem.of("account.validity", validity.toString()));
        }
    }

    public static SmsOptions defaults() {
        return new SmsOptions(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public SmsOptions withTimeouts(Duration response, Duration bind) {
        return new SmsOptions(
                enquireLink,
                response,
                bind,
                reconnectFirst,
                reconnectMost,
                window,
                rate,
                inboundThreads,
                sourceTon,
                sourceNpi,
                receiptIds,
                validity);
    }

    public SmsOptions withReconnect(Duration first, Duration most) {
        return new SmsOptions(
                enquireLink,
                responseTimeout,
                bindTimeout,
                first,
                most,
                window,
                rate,
                inboundThreads,
                sourceTon,
                sourceNpi,
                receiptIds,
                validity);
    }

    public SmsOptions withRate(Integer perSecond) {
        return new SmsOptions(
                enquireLink,
                responseTimeout,
                bindTimeout,
                reconnectFirst,
                reconnectMost,
                window,
                perSecond,
                inboundThreads,
                sourceTon,
                sourceNpi,
                receiptIds,
                validity);
    }

    public SmsOptions withValidity(Duration chosen) {
        return new SmsOptions(
                enquireLink,
                responseTimeout,
                bindTimeout,
                reconnectFirst,
                reconnectMost,
                window,
                rate,
                inboundThreads,
                sourceTon,
                sourceNpi,
                receiptIds,
                chosen);
    }

    /** Relative, in the form of SMPP 3.4, 7.1.1.2: years, months, days, hours, minutes, seconds. Null for the centre's own. */
    String validityPeriod() {
        return validity == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "0000%02d%02d%02d%02d000R",
                        validity.toDays(),
                        validity.toHoursPart(),
                        validity.toMinutesPart(),
                        validity.toSecondsPart());
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
