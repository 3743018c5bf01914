package io.parcours.connector.messenger;

import java.util.Collection;
import org.apache.camel.builder.RouteBuilder;

/** A route an account, from the channel to the Send API. What comes in has a webhook of its own. */
final class MessengerRoutes extends RouteBuilder {

    private final Collection<MessengerLine> lines;

    MessengerRoutes(Collection<MessengerLine> lines) {
        this.lines = lines;
    }

    @Override
    public void configure() {
        // A failure belongs to whoever waits at the other end: the engine for its send.
        errorHandler(noErrorHandler());
        for (MessengerLine line : lines) {
            from("direct:" + line.outboundRoute())
                    .routeId(line.outboundRoute())
                    .process(line.api())
                    .id(line.outboundRoute() + "-send");
        }
    }
}
