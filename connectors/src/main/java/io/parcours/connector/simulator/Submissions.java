package io.parcours.connector.simulator;

import io.parcours.connector.UserData;
import io.parcours.connector.simulator.SmscEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes what the platform sends, shows whole texts on the handset, and answers. */
final class Submissions extends SubmitOnly {

    private static final int HEX_SHOWN = 24;
    private static final int UNFINISHED_KEPT = 500;

    private final Bindings bindings;
    private final SmscFaults faults;
    private final Journal journal;
    private final Receipts receipts;
    // Not an id again that was given before a restart: the platform remembers them.
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis());
    private final Map<String, String[]> unfinished = new LinkedHashMap<>();

    Submissions(Bindings bindings, SmscFaults faults, Journal journal, Receipts receipts) {
        this.bindings = bindings;
        this.faults = faults;
        this.journal = journal;
        this.receipts = receipts;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException {
        String systemId = bindings.systemId(session).orElse("");
        int status = faults.answerTo(msisdn(pdu));
        long id = ids.getAndIncrement();
        byte[] octets = octets(pdu);
        if (status == 0) {
            show(systemId, pdu, octets);
        }
        note(systemId, pdu, octets, status == 0 ? given(id) : "", status);
        pause(faults.answerDelay());
        if (status != 0) {
            throw new ProcessRequestException("Refused as told", status);
        }
        if ((pdu.getRegisteredDelivery() & 3) != 0) {
            receipts.order(systemId, Long.toString(id), msisdn(pdu), pdu.getSourceAddr());
        }
        return answer(given(id));
    }

    private String given(long id) {
        return faults.hexIds() ? Long.toHexString(id).toUpperCase() : Long.toString(id);
    }

    private synchronized void show(String systemId, SubmitSm pdu, byte[] octets) {
        UserData data = UserData.read(pdu.getDataCoding(), pdu.isUdhi(), octets);
        Optional<UserData.Part> part = data.part();
        if (part.isEmpty()) {
            journal.add(systemId, msisdn(pdu), pdu.getSourceAddr(), false, data.text(), 1);
            return;
        }
        String key = String.join(
                "|",
                systemId,
                pdu.getSourceAddr(),
                pdu.getDestAddress(),
                part.get().reference());
        String[] parts =
                unfinished.computeIfAbsent(key, fresh -> new String[part.get().total()]);
        if (part.get().number() <= parts.length) {
            parts[part.get().number() - 1] = data.text();
        }
        if (Arrays.stream(parts).allMatch(text -> text != null)) {
            unfinished.remove(key);
            journal.add(systemId, msisdn(pdu), pdu.getSourceAddr(), false, String.join("", parts), parts.length);
        } else if (unfinished.size() > UNFINISHED_KEPT) {
            unfinished.remove(unfinished.keySet().iterator().next());
        }
    }

    private void note(String systemId, SubmitSm pdu, byte[] octets, String id, int status) {
        String validity =
                pdu.getValidityPeriod() == null || pdu.getValidityPeriod().isEmpty()
                        ? ""
                        : " validity=" + pdu.getValidityPeriod();
        String hex = HexFormat.of().formatHex(octets, 0, Math.min(HEX_SHOWN, octets.length));
        journal.note(new SmscEvent(
                Instant.now(),
                Kind.SUBMIT_SM,
                false,
                systemId,
                msisdn(pdu),
                id,
                status,
                octets.length + " octets, data coding " + pdu.getDataCoding() + ": " + hex + validity));
    }

    private static String msisdn(SubmitSm pdu) {
        return (pdu.getDestAddrTon() == 1 ? "+" : "") + pdu.getDestAddress();
    }

    private static byte[] octets(SubmitSm pdu) {
        byte[] own = pdu.getShortMessage();
        OptionalParameter payload = pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
        return own.length == 0 && payload instanceof OptionalParameter.OctetString carried ? carried.getValue() : own;
    }

    private static SubmitSmResult answer(String id) throws ProcessRequestException {
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new ProcessRequestException("No id", SMPPConstant.STAT_ESME_RSYSERR, impossible);
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
