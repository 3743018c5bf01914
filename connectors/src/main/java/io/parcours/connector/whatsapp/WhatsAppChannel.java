package io.parcours.connector.whatsapp;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.MetaOutcome;
import io.parcours.connector.web.WebChannel;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.whatsapp.model.BaseMessage;

/** Sends by WhatsApp. */
final class WhatsAppChannel extends WebChannel<WhatsAppLine> {

    static final String NAME = "whatsapp";

    private static final Duration WINDOW = Duration.ofHours(24);

    private final WebLines<WhatsAppLine> lines;
    private final Checks checks;
    private final ProducerTemplate template;

    WhatsAppChannel(WebLines<WhatsAppLine> lines, Checks checks, ChannelMeters meters, ProducerTemplate template) {
        super(NAME, lines, meters);
        this.lines = lines;
        this.checks = checks;
        this.template = template;
    }

    @Override
    public Optional<Duration> freeTextWindow() {
        return Optional.of(WINDOW);
    }

    @Override
    public Optional<String> refuses(String tenant, String account, Template approved) {
        return lines.find(tenant, account).flatMap(line -> line.shelf().refuses(approved));
    }

    @Override
    protected Preview preview(OutboundMessage message, WhatsAppLine line) {
        return Shown.of(new Rendering(line.account().options().listLabel()).of(message));
    }

    @Override
    protected Delivery send(OutboundMessage message, WhatsAppLine line) {
        String recipient = recipient(message.to());
        BaseMessage rendered = new Rendering(line.account().options().listLabel()).of(message);
        Exchange exchange = template.request(line.outboundUri(), prepared -> {
            prepared.getIn().setBody(rendered);
            prepared.getIn().setHeader(CloudApi.RECIPIENT, recipient);
        });
        return new Delivery(List.of(new MetaOutcome(line, checks).of(exchange)));
    }

    /** @return the user id; null for a number */
    private static String recipient(String to) {
        if (Address.number(to).isPresent()) {
            return null;
        }
        return Address.userId(to)
                .orElseThrow(() -> new SendRefused(
                        SendRefused.Kind.NOT_HERE, "address", "Neither a telephone number nor a user id", null));
    }
}
