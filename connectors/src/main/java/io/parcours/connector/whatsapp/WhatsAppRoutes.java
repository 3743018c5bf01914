package io.parcours.connector.whatsapp;

import java.util.Collection;
import org.apache.camel.Component;
import org.apache.camel.builder.RouteBuilder;

/** A route an account, from the channel to the Cloud API. What comes in has a webhook of its own. */
final class WhatsAppRoutes extends RouteBuilder {

    private final Collection<WhatsAppLine> lines;

    WhatsAppRoutes(Collection<WhatsAppLine> lines) {
        this.lines = lines;
    }

    @Override
    public void configure() {
        // A failure belongs to whoever waits at the other end: the engine for its send.
        errorHandler(noErrorHandler());
        Component whatsapp = getContext().getComponent("whatsapp");
        for (WhatsAppLine line : lines) {
            from("direct:" + line.outboundRoute())
                    .routeId(line.outboundRoute())
                    .to(new CloudEndpoint(whatsapp, line))
                    .id(line.outboundRoute() + "-cloud");
        }
    }
}
