package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Problem;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import java.util.List;
import java.util.Optional;

/** Reads what became of a message that we sent. */
final class StatusReader implements WebhookReader.ElementReader {

    private final Source source;

    StatusReader(Source source) {
        this.source = source;
    }

    @Override
    public List<Received> read(JsonNode status) {
        return List.of(one(status));
    }

    private Received one(JsonNode status) {
        Optional<String> id = Fields.word(status, "id");
        String what = Fields.text(status, "status");
        if (id.isEmpty()) {
            return source.notice(Problem.of("notice.status.noId"), status);
        }
        if (status.hasNonNull("group_id") || "group".equals(Fields.text(status, "recipient_type"))) {
            return source.notice(Problem.of("notice.status.group"), status);
        }
        return switch (what) {
            case "sent" -> Received.sent();
            case "delivered" -> receipt(status, id.get(), DeliveryState.DELIVERED, null, null);
            case "read", "played" -> receipt(status, id.get(), DeliveryState.READ, null, null);
            case "failed" -> failed(status, id.get());
            default ->
                source.notice(
                        Fields.word(status, "status")
                                .map(name -> Problem.of("notice.status.other", name))
                                .orElseGet(() -> Problem.of("notice.status.noName")),
                        status);
        };
    }

    private Received failed(JsonNode status, String id) {
        int code = status.path("errors").path(0).path("code").asInt();
        String name = code == 0 ? "failed" : String.valueOf(code);
        return receipt(status, id, DeliveryState.UNDELIVERABLE, name, ErrorCodes.refusal(code));
    }

    private Received receipt(JsonNode status, String id, DeliveryState state, String error, SendRefused.Kind refusal) {
        return Received.receipt(new Receipt(
                source.tenant(),
                WhatsAppChannel.NAME,
                source.name(),
                id,
                state,
                Fields.time(status, "timestamp", source.now()),
                error,
                refusal));
    }
}
