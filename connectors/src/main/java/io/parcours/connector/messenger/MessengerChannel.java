package io.parcours.connector.messenger;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.connector.web.MetaOutcome;
import io.parcours.connector.web.WebChannel;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Sends by Messenger. */
final class MessengerChannel extends WebChannel<MessengerLine> {

    static final String NAME = "messenger";

    private static final Duration WINDOW = Duration.ofHours(24);
    /** For what a person wrote, tagged as such. */
    private static final Duration PERSONS_WINDOW = Duration.ofDays(7);

    private static final String INVALID_PARAMETER = "100";

    private final WebLines<MessengerLine> lines;
    private final Checks checks;
    private final ProducerTemplate template;

    MessengerChannel(WebLines<MessengerLine> lines, Checks checks, ChannelMeters meters, ProducerTemplate template) {
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
    public Optional<Duration> replyWindow(String tenant, String account) {
        return lines.find(tenant, account)
                .filter(line -> line.account().options().humanAgent())
                .map(line -> PERSONS_WINDOW)
                .or(this::freeTextWindow);
    }

    @Override
    public Optional<String> invitation(String tenant, UUID customer) {
        return lines.of(tenant).map(line -> line.invitation(customer));
    }

    @Override
    protected Preview preview(OutboundMessage message, MessengerLine line) {
        return Shown.of(new Rendering(line.account()).of(message));
    }

    @Override
    protected Delivery send(OutboundMessage message, MessengerLine line) {
        if (Psid.of(message.to()).isEmpty()) {
            throw new SendRefused(SendRefused.Kind.NOT_HERE, "address", "Not an id that a page has for somebody", null);
        }
        List<String> ids = new ArrayList<>();
        for (String request : new Rendering(line.account()).of(message)) {
            try {
                ids.add(send(request, message.late(), line));
            } catch (SendRefused refused) {
                throw ids.isEmpty() ? meant(refused, message) : cutOff(refused);
            } catch (RuntimeException failure) {
                throw ids.isEmpty() ? failure : cutOff(failure);
            }
        }
        return new Delivery(ids);
    }

    private String send(String request, boolean late, MessengerLine line) {
        Exchange exchange = template.request(
                line.outboundUri(), prepared -> prepared.getIn().setBody(request));
        MetaAnswer answer = exchange.getMessage().getBody(MetaAnswer.class);
        if (late && exchange.getException() == null && ErrorCodes.refusesTheTag(answer)) {
            // An app without the feature is no account that is down: what it says within the 24 hours leaves.
            String reason = line.account().address() + " answered " + answer + " to a late reply";
            throw new SendRefused(SendRefused.Kind.WINDOW_CLOSED, answer.errorName(), reason, null);
        }
        return new MetaOutcome(line, checks).of(exchange);
    }

    /** Meta has no code of its own for a template that it does not know or that takes other parameters. */
    private static SendRefused meant(SendRefused refused, OutboundMessage message) {
        boolean template = message.template().isPresent() && refused.code().equals(INVALID_PARAMETER);
        return template && refused.kind() == SendRefused.Kind.PERHAPS_LATER
                ? new SendRefused(SendRefused.Kind.NO_TEMPLATE, refused.code(), refused.getMessage(), refused)
                : refused;
    }

    private static RuntimeException cutOff(RuntimeException failure) {
        return new OutcomeUnknown("The beginning of the text left, and not the rest", failure);
    }
}
