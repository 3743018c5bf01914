package io.parcours.connector.web;

import io.parcours.conversation.AddressChange;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.Watermark;
import java.util.function.Consumer;

/**
 * One element of a webhook, understood.
 *
 * @param kind as meters name it
 * @param into what is to be done with it
 */
public record Received(String kind, Consumer<Inbox> into) {

    public static Received message(String kind, InboundMessage message) {
        return new Received(kind, inbox -> inbox.receive(message));
    }

    public static Received receipt(Receipt receipt) {
        return new Received("receipt", inbox -> inbox.receive(receipt));
    }

    public static Received watermark(Watermark watermark) {
        return new Received("watermark", inbox -> inbox.receive(watermark));
    }

    public static Received change(AddressChange change) {
        return new Received("address", inbox -> inbox.receive(change));
    }

    public static Received notice(Notice notice) {
        return new Received("notice", inbox -> inbox.keep(notice));
    }

    /** Says nothing that the send's own answer has not said: only counted. */
    public static Received sent() {
        return new Received("sent", inbox -> {});
    }
}
