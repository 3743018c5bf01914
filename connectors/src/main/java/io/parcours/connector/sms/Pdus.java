package io.parcours.connector.sms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/** What the two ways to carry a short message have in common. */
final class Pdus {

    private Pdus() {}

    /** The user data: the short message or, where that is empty, the payload parameter. */
    static byte[] octets(AbstractSmCommand pdu) {
        byte[] own = pdu instanceof MessageRequest request ? request.getShortMessage() : null;
        return own != null && own.length > 0
                ? own
                : parameter(pdu, Tag.MESSAGE_PAYLOAD).orElse(new byte[0]);
    }

    static Optional<byte[]> parameter(AbstractSmCommand pdu, Tag tag) {
        OptionalParameter[] all = pdu.getOptionalParameters();
        return all == null
                ? Optional.empty()
                : Arrays.stream(all)
                        .filter(parameter -> parameter.tag == tag.code())
                        .map(OptionalParameter::serialize)
                        .map(whole -> Arrays.copyOfRange(whole, 4, whole.length))
                        .findFirst();
    }

    static Optional<Integer> number(AbstractSmCommand pdu, Tag tag) {
        return parameter(pdu, tag).map(Pdus::unsigned);
    }

    /** Read up to its end or its first NUL. */
    static Optional<String> text(AbstractSmCommand pdu, Tag tag) {
        return parameter(pdu, tag)
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                .map(text -> text.split("\0", 2)[0].strip())
                .filter(text -> !text.isEmpty());
    }

    private static int unsigned(byte[] octets) {
        int value = 0;
        for (byte octet : octets) {
            value = value << 8 | octet & 0xFF;
        }
        return value;
    }
}
