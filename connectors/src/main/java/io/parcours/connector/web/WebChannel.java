package io.parcours.connector.web;

import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A channel over a provider's HTTP interface: a text is a call or a few, each no longer than the account's response timeout; a file is brought before. */
public abstract class WebChannel<L extends WebLine> implements Channel {

    private final String name;
    private final WebLines<L> lines;
    private final ChannelMeters meters;

    protected WebChannel(String name, WebLines<L> lines, ChannelMeters meters) {
        this.name = name;
        this.lines = lines;
        this.meters = meters;
    }

    /** Makes the call. @throws RuntimeException as {@link Channel#send} says */
    protected abstract Delivery send(OutboundMessage message, L line);

    /**
     * How it would look by this account.
     *
     * @return null where the channel has no preview
     * @throws io.parcours.conversation.SendRefused where it could not leave so
     */
    protected Preview preview(OutboundMessage message, L line) {
        return null;
    }

    @Override
    public final Optional<Preview> preview(OutboundMessage message) {
        return lines.of(message.tenant()).map(line -> preview(message, line));
    }

    @Override
    public final String name() {
        return name;
    }

    /** The tenant's first account, in the order of the configuration. */
    @Override
    public Optional<String> account(String tenant) {
        return lines.of(tenant).map(line -> line.account().name());
    }

    @Override
    public Duration place(String tenant, String account) {
        return lines.find(tenant, account).map(line -> line.pace().place()).orElse(Duration.ZERO);
    }

    @Override
    public Duration silence(String tenant, String account) {
        return lines.find(tenant, account).map(line -> line.health().silence()).orElse(Duration.ZERO);
    }

    @Override
    public int freePlaces(String tenant, String account) {
        return lines.find(tenant, account)
                .filter(line -> line.health().silence().isZero())
                .map(line -> line.pace().freePlaces())
                .orElse(0);
    }

    @Override
    public boolean tellsStates() {
        return true;
    }

    @Override
    public List<AccountState> states() {
        return lines.all().stream().map(WebLine::state).toList();
    }

    @Override
    public final Delivery send(OutboundMessage message) {
        L line = lines.find(message.tenant(), message.account())
                .orElseThrow(() -> new ChannelUnavailable(
                        "Tenant " + message.tenant() + " has no " + name + " account " + message.account(), null));
        return meters.sending(line.account(), () -> {
            line.health().pass();
            if (!line.pace().atWire()) {
                throw new ChannelUnavailable(
                        line.label() + ": too much has left before", line.pace().place(), null);
            }
            return send(message, line);
        });
    }
}
