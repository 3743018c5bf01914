package io.parcours.connector.sms;

import io.parcours.connector.UserData;
import io.parcours.connector.UserData.Part;
import io.parcours.conversation.InboundMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * Reads what a subscriber wrote.
 *
 * <p>SMPP gives a message from a subscriber no id. Its external id is, in this order:
 *
 * <ul>
 *   <li>the centre's own message id, where it sends one as receipted_message_id;
 *   <li>the user_message_reference with sender, content and day: the reference alone comes round after 65,536
 *       messages, on many handsets after 256. A delivery repeated across midnight (UTC) is taken for a new message;
 *   <li>else a fingerprint of sender, content, sequence number and bind. It keeps two equal texts apart, and therefore
 *       cannot tell a repeated text from a message that the centre delivers again because our answer was late or the
 *       bind was lost before it arrived. Ask such a centre for the reference.
 * </ul>
 */
final class InboundText {

    private final SmsAccount account;

    InboundText(SmsAccount account) {
        this.account = account;
    }

    InboundMessage read(AbstractSmCommand pdu, String bind, Instant at) {
        byte[] octets = Pdus.octets(pdu);
        UserData data = UserData.read(pdu.getDataCoding(), pdu.isUdhi() || pdu.isUdhiAndReplyPath(), octets);
        return new InboundMessage(
                account.tenant(),
                SmsChannel.NAME,
                account.name(),
                externalId(pdu, octets, bind, at),
                Msisdn.of(pdu.getSourceAddr(), pdu.getSourceAddrTon(), account.region()),
                data.text(),
                at,
                data.part().or(() -> bySegmentParameters(pdu)).map(part -> of(part)));
    }

    private static InboundMessage.Part of(Part part) {
        return new InboundMessage.Part(part.reference() + "/" + part.total(), part.number(), part.total());
    }

    private static Optional<Part> bySegmentParameters(AbstractSmCommand pdu) {
        return Pdus.number(pdu, Tag.SAR_MSG_REF_NUM)
                .flatMap(reference -> Part.of(
                        "sar%04x".formatted(reference),
                        Pdus.number(pdu, Tag.SAR_SEGMENT_SEQNUM).orElse(0),
                        Pdus.number(pdu, Tag.SAR_TOTAL_SEGMENTS).orElse(0)));
    }

    private static String externalId(AbstractSmCommand pdu, byte[] octets, String bind, Instant at) {
        Optional<String> id = Pdus.text(pdu, Tag.RECEIPTED_MESSAGE_ID);
        if (id.isPresent()) {
            return "id:" + pdu.getSourceAddr() + ":" + id.get();
        }
        Optional<Integer> reference = Pdus.number(pdu, Tag.USER_MESSAGE_REFERENCE);
        String day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        String unique = reference
                .map(number -> "ref:" + number + ":" + day)
                .orElseGet(() -> "pdu:" + bind + ":" + pdu.getSequenceNumber());
        return unique + ":" + fingerprint(pdu, octets);
    }

    private static String fingerprint(AbstractSmCommand pdu, byte[] octets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String envelope = pdu.getSourceAddr() + "\0" + pdu.getDestAddress() + "\0";
            digest.update(envelope.getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(2)
                    .put(pdu.getEsmClass())
                    .put(pdu.getDataCoding())
                    .flip());
            Pdus.parameter(pdu, Tag.SAR_SEGMENT_SEQNUM).ifPresent(digest::update);
            return HexFormat.of().formatHex(digest.digest(octets), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
