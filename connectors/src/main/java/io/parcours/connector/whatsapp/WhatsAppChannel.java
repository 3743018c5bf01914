package io.parcours.connector.whatsapp;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.connector.web.MetaOutcome;
import io.parcours.connector.web.WebChannel;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundFile;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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

    /** Whoever has not written here for long gets a template. */
    @Override
    public Optional<String> addressOf(String msisdn) {
        return Optional.of(msisdn);
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
    public boolean carriesFiles() {
        return true;
    }

    /** A file is a message of its own before the text, which may have buttons below it. */
    @Override
    protected Delivery send(OutboundMessage message, WhatsAppLine line) {
        BaseMessage rendered = new Rendering(line.account().options().listLabel()).of(message);
        List<String> ids = new ArrayList<>();
        message.file().ifPresent(file -> ids.add(send(message.to(), brought(file, message.to(), line), line)));
        try {
            ids.add(send(message.to(), rendered, line));
        } catch (RuntimeException failure) {
            throw ids.isEmpty() ? failure : new OutcomeUnknown("The file left, and not the text", failure);
        }
        return new Delivery(ids);
    }

    private String send(String to, BaseMessage rendered, WhatsAppLine line) {
        String recipient = recipient(to);
        Exchange exchange = template.request(line.outboundUri(), prepared -> {
            prepared.getIn().setBody(rendered);
            prepared.getIn().setHeader(CloudApi.RECIPIENT, recipient);
        });
        return new MetaOutcome(line, checks).of(exchange);
    }

    /** @throws ChannelUnavailable also where nobody can say whether Meta has it: nothing has left by that */
    private BaseMessage brought(OutboundFile file, String to, WhatsAppLine line) {
        recipient(to);
        try {
            MetaAnswer answer = line.api().upload(file).join();
            return FileMessage.of(file, new MetaOutcome(line, checks).of(answer), to);
        } catch (CompletionException | OutcomeUnknown failure) {
            throw new ChannelUnavailable(line.label() + ": a file could not be brought", failure);
        }
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
