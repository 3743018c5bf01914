package io.parcours.connector.whatsapp;

import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.whatsapp.model.BaseMessage;

/** Sends by WhatsApp, each message in one call that lasts no longer than the account's response timeout. */
final class WhatsAppChannel implements Channel {

    static final String NAME = "whatsapp";

    private static final Duration WINDOW = Duration.ofHours(24);

    private final WhatsAppLines lines;
    private final Checks checks;
    private final WhatsAppMeters meters;
    private final ProducerTemplate template;

    WhatsAppChannel(WhatsAppLines lines, Checks checks, WhatsAppMeters meters, ProducerTemplate template) {
        this.lines = lines;
        this.checks = checks;
        this.meters = meters;
        this.template = template;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The tenant's first account, in the order of the configuration. */
    @Override
    public Optional<String> account(String tenant) {
        return lines.of(tenant).map(line -> line.account().name());
    }

    @Override
    public Optional<Duration> freeTextWindow() {
        return Optional.of(WINDOW);
    }

    @Override
    public Duration place(String tenant, String account) {
        return lines.find(tenant, account).map(line -> line.pace().place()).orElse(Duration.ZERO);
    }

    @Override
    public List<AccountState> states() {
        return lines.all().stream().map(line -> line.health().state()).toList();
    }

    @Override
    public Delivery send(OutboundMessage message) {
        WhatsAppLine line = lines.find(message.tenant(), message.account())
                .orElseThrow(() -> new ChannelUnavailable(
                        "Tenant " + message.tenant() + " has no WhatsApp account " + message.account(), null));
        return meters.sending(line.account(), () -> send(message, line));
    }

    private Delivery send(OutboundMessage message, WhatsAppLine line) {
        line.health().pass();
        if (!line.pace().atWire()) {
            throw new ChannelUnavailable(
                    "WhatsApp account " + message.account() + ": too much has left before",
                    line.pace().place(),
                    null);
        }
        String recipient = recipient(message.to());
        BaseMessage rendered = new Rendering(line.account().options().listLabel()).of(message);
        Exchange exchange = template.request(line.outboundUri(), prepared -> {
            prepared.getIn().setBody(rendered);
            prepared.getIn().setHeader(CloudApi.RECIPIENT, recipient);
        });
        return new SendOutcome(line, checks).of(exchange);
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
