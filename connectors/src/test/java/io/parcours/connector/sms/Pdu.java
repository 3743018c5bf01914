package io.parcours.connector.sms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.util.DefaultDecomposer;

/** Writes deliver_sm octet by octet, with no help from the library under test. */
final class Pdu {

    private String source = "2290197000001";
    private int ton = 1;
    private int esmClass;
    private int dataCoding;
    private byte[] octets = new byte[0];
    private final ByteArrayOutputStream parameters = new ByteArrayOutputStream();

    static Pdu deliver() {
        return new Pdu();
    }

    Pdu from(String address, int typeOfNumber) {
        source = address;
        ton = typeOfNumber;
        return this;
    }

    Pdu esm(int value) {
        esmClass = value;
        return this;
    }

    Pdu coded(int value) {
        dataCoding = value;
        return this;
    }

    Pdu hex(String value) {
        octets = HexFormat.of().parseHex(value.replace(" ", ""));
        return this;
    }

    Pdu ascii(String value) {
        octets = value.getBytes(StandardCharsets.ISO_8859_1);
        return this;
    }

    Pdu with(int tag, String hex) {
        byte[] value = HexFormat.of().parseHex(hex);
        parameters.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) tag)
                .putShort((short) value.length)
                .array());
        parameters.writeBytes(value);
        return this;
    }

    byte[] bytes(int sequence) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        address(body, ton, source);
        address(body, 3, "7070");
        body.write(esmClass);
        body.writeBytes(new byte[6]);
        body.write(dataCoding);
        body.write(0);
        body.write(octets.length);
        body.writeBytes(octets);
        body.writeBytes(parameters.toByteArray());
        int length = 16 + body.size();
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(0x00000005)
                .putInt(0)
                .putInt(sequence)
                .put(body.toByteArray())
                .array();
    }

    DeliverSm read() {
        return read(bytes(1));
    }

    static DeliverSm read(byte[] pdu) {
        try {
            return new DefaultDecomposer().deliverSm(pdu);
        } catch (PDUStringException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static void address(ByteArrayOutputStream body, int ton, String digits) {
        body.write(ton);
        body.write(1);
        body.writeBytes(digits.getBytes(StandardCharsets.US_ASCII));
        body.write(0);
    }
}
