package io.parcours.connector.telegram;

import java.util.Collection;
import org.apache.camel.builder.RouteBuilder;

/** A route an account, from the channel to the Bot API. What comes in has a webhook of its own, or is fetched. */
final class TelegramRoutes extends RouteBuilder {

    private final Collection<TelegramLine> lines;

    TelegramRoutes(Collection<TelegramLine> lines) {
        this.lines = lines;
    }

    @Override
    public void configure() {
        // A failure belongs to whoever waits at the other end: the engine for its send.
        errorHandler(noErrorHandler());
        for (TelegramLine line : lines) {
            from("direct:" + line.outboundRoute())
                    .routeId(line.outboundRoute())
                    .process(line.api())
                    .id(line.outboundRoute() + "-send");
        }
    }
}
