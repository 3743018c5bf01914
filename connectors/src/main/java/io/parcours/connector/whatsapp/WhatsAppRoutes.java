package io.parcours.connector.whatsapp;

import io.parcours.connector.web.WebLines;
import org.apache.camel.Component;
import org.apache.camel.builder.RouteBuilder;

/** A route an account, from the channel to the Cloud API. What comes in has a webhook of its own. */
final class WhatsAppRoutes extends RouteBuilder {

    private final WebLines<WhatsAppLine> lines;

    WhatsAppRoutes(WebLines<WhatsAppLine> lines) {
        this.lines = lines;
    }

    @Override
    public void configure() {
        // A failure belongs to whoever waits at the other end: the engine for its send.
        errorHandler(noErrorHandler());
        Component whatsapp = getContext().getComponent("whatsapp");
        for (WhatsAppLine line : lines.all()) {
            from("direct:" + line.outboundRoute())
                    .routeId(line.outboundRoute())
                    .to(new CloudEndpoint(whatsapp, line))
                    .id(line.outboundRoute() + "-cloud");
        }
    }
}
