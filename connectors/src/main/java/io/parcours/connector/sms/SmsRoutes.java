package io.parcours.connector.sms;

import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.util.Collection;
import org.apache.camel.Component;
import org.apache.camel.builder.RouteBuilder;

/** Two routes an account: from the message centre into the inbox, and from the channel to the message centre. */
final class SmsRoutes extends RouteBuilder {

    private final Collection<SmsLine> lines;
    private final SmsMeters meters;
    private final Inbox inbox;
    private final Clock clock;

    SmsRoutes(Collection<SmsLine> lines, SmsMeters meters, Inbox inbox, Clock clock) {
        this.lines = lines;
        this.meters = meters;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // A failure belongs to whoever waits at the other end: the message centre for its answer, the engine for its
        // send.
        errorHandler(noErrorHandler());
        Component smpp = getContext().getComponent("smpp");
        for (SmsLine line : lines) {
            routes(line, new SmscEndpoint(smpp, line));
        }
    }

    private void routes(SmsLine line, SmscEndpoint smsc) {
        from(smsc)
                .routeId(line.inboundRoute())
                .process(new SmsInbound(line, inbox, meters, clock))
                .id(line.inboundRoute() + "-inbox");
        from("direct:" + line.outboundRoute())
                .routeId(line.outboundRoute())
                .to(smsc)
                .id(line.outboundRoute() + "-smsc");
    }
}
