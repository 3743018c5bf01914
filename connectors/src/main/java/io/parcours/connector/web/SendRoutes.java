package io.parcours.connector.web;

import java.util.Collection;
import java.util.function.Function;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/** A route an account, from the channel to where the call is made. What comes in has a webhook of its own, or is fetched. */
public final class SendRoutes<L extends WebLine> extends RouteBuilder {

    private final Collection<L> lines;
    private final Function<L, ? extends Processor> end;

    /** @param end makes the account's call: takes the request as body and leaves the answer */
    public SendRoutes(Collection<L> lines, Function<L, ? extends Processor> end) {
        this.lines = lines;
        this.end = end;
    }

    @Override
    public void configure() {
        // A failure belongs to whoever waits at the other end: the engine for its send.
        errorHandler(noErrorHandler());
        for (L line : lines) {
            from("direct:" + line.outboundRoute())
                    .routeId(line.outboundRoute())
                    .process(end.apply(line))
                    .id(line.outboundRoute() + "-send");
        }
    }
}
