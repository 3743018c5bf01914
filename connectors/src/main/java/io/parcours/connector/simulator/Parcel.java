package io.parcours.connector.simulator;

import io.parcours.connector.SegmentedText;
import io.parcours.connector.simulator.SmscEvent.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsmpp.bean.OptionalParameter;

/**
 * One deliver_sm waiting for its positive answer.
 *
 * @param id what events call it
 * @param done completed with whether the platform took it
 */
record Parcel(
        Kind kind,
        String id,
        String subscriber,
        String shortNumber,
        byte esmClass,
        byte dataCoding,
        byte[] octets,
        List<OptionalParameter> parameters,
        CompletableFuture<Boolean> done) {

    private static final byte HEADER = 0x40;
    private static final byte RECEIPT = 0x04;

    static Parcel written(String id, int reference, String from, String to, SegmentedText text, byte[] segment) {
        return new Parcel(
                Kind.DELIVER_SM,
                id,
                from,
                to,
                text.concatenated() ? HEADER : 0,
                text.dataCoding(),
                segment,
                List.of(new OptionalParameter.User_message_reference((short) reference)),
                new CompletableFuture<>());
    }

    static Parcel receipt(String id, String subscriber, String shortNumber, byte[] octets, byte state) {
        return new Parcel(
                Kind.RECEIPT,
                id,
                subscriber,
                shortNumber,
                RECEIPT,
                (byte) 0,
                octets,
                List.of(new OptionalParameter.Receipted_message_id(id), new OptionalParameter.Message_state(state)),
                new CompletableFuture<>());
    }
}
