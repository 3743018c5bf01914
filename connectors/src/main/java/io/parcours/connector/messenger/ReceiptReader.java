package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Problem;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.Watermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how far what we sent got: some messages by their ids, and everything until a moment. */
final class ReceiptReader {

    private final Source source;

    ReceiptReader(Source source) {
        this.source = source;
    }

    /** @param kind delivery or read */
    List<Received> read(JsonNode event, String kind) {
        DeliveryState state = kind.equals("read") ? DeliveryState.READ : DeliveryState.DELIVERED;
        JsonNode receipt = event.path(kind);
        List<Received> received = new ArrayList<>();
        for (JsonNode mid : receipt.path("mids")) {
            received.add(Fields.word(mid)
                    .map(id -> Received.receipt(of(id, state, time(event, receipt))))
                    .orElseGet(() -> source.notice(Problem.of("notice.receipt.noId", kind), event)));
        }
        watermark(event, receipt, state).ifPresent(received::add);
        return received.isEmpty()
                ? List.of(source.notice(Problem.of("notice.receipt.nothing", kind), event))
                : received;
    }

    private Receipt of(String id, DeliveryState state, Instant at) {
        return new Receipt(source.tenant(), MessengerChannel.NAME, source.name(), id, state, at, null);
    }

    private Optional<Received> watermark(JsonNode event, JsonNode receipt, DeliveryState state) {
        return Psid.of(Fields.text(event.path("sender"), "id"))
                .filter(psid -> Fields.text(receipt, "watermark").matches("[0-9]{1,15}"))
                .map(psid -> Received.watermark(new Watermark(
                        source.tenant(),
                        MessengerChannel.NAME,
                        source.name(),
                        psid,
                        state,
                        Fields.millis(receipt, "watermark", source.now()))));
    }

    /** When it was told, else until when it holds. */
    private Instant time(JsonNode event, JsonNode receipt) {
        return Fields.millis(event, "timestamp", Fields.millis(receipt, "watermark", source.now()));
    }
}
