package io.parcours.conversation;

/** The states of an outward message as the table keeps them; a receipt may only move it to a later one. */
final class MessageState {

    static final String QUEUED = "queued";
    static final String SENDING = "sending";
    static final String SENT = "sent";
    static final String DELIVERED = "delivered";
    static final String READ = "read";
    static final String FAILED = "failed";
    static final String UNDELIVERABLE = "undeliverable";
    static final String UNKNOWN = "unknown";

    private MessageState() {}

    static String of(DeliveryState receipt) {
        return switch (receipt) {
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            case UNDELIVERABLE -> UNDELIVERABLE;
        };
    }
}
