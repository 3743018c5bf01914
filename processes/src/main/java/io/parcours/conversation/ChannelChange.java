package io.parcours.conversation;

import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.customer.OwnNumber;
import io.parcours.engine.StepContext;
import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes a case to the channel by which its customer wants to go on (0.6, 0.7). Where the platform may not write first, as on
 * Messenger, an invitation leaves by a channel that a telephone number reaches, and the case stays where it is until the customer comes.
 */
@Component
public class ChannelChange {

    private final ConversationRepository conversations;
    private final CaseMoves moves;
    private final Customers customers;
    private final Preferences preferences;
    private final Line line;
    private final Windows windows;
    private final Phrasing phrasing;
    private final Outbox outbox;
    private final OwnTransaction own;

    ChannelChange(
            ConversationRepository conversations,
            CaseMoves moves,
            Customers customers,
            Preferences preferences,
            Line line,
            Windows windows,
            Phrasing phrasing,
            Outbox outbox,
            OwnTransaction own) {
        this.conversations = conversations;
        this.moves = moves;
        this.customers = customers;
        this.preferences = preferences;
        this.line = line;
        this.windows = windows;
        this.phrasing = phrasing;
        this.outbox = outbox;
        this.own = own;
    }

    /** @param channel by name in any case of letters, such as the value of the option that was chosen */
    public ChannelState to(StepContext step, String channel) {
        String name = channel.strip().toLowerCase(Locale.ROOT);
        Optional<Conversation> now = conversations.ofCase(step.caseNumber());
        Optional<Channel> wished = line.channels().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (now.isEmpty() || wished.isEmpty()) {
            return ChannelState.UNAVAILABLE;
        }
        return to(step, now.get(), wished.get());
    }

    private ChannelState to(StepContext step, Conversation now, Channel wished) {
        if (now.channel().equals(wished.name())) {
            return ChannelState.HERE;
        }
        Customer customer = customers.find(now.customerId()).orElseThrow();
        if (own.call(() -> goesOn(now, customer, wished))) {
            return ChannelState.HERE;
        }
        return wished.invitation(TenantContext.required(), customer.id()).isPresent()
                ? invite(step, now, customer, wished)
                : ChannelState.UNAVAILABLE;
    }

    private boolean goesOn(Conversation now, Customer customer, Channel wished) {
        Optional<UUID> there = there(customer, wished);
        there.ifPresent(id -> {
            moves.move(now, id);
            preferences.chosen(customer.id(), now.caseNumber(), wished.name());
        });
        return there.isPresent();
    }

    /** The thread in which the customer can be written to now: one where they wrote lately, or that a telephone number opens. */
    private Optional<UUID> there(Customer customer, Channel channel) {
        Optional<String> number = OwnNumber.of(customer)
                .flatMap(channel::addressOf)
                .filter(address -> isTheirs(customer, new ContactPoint(channel.name(), address)));
        List<String> known = customer.contactPoints().stream()
                .filter(point -> point.channel().equals(channel.name()))
                .map(ContactPoint::address)
                .toList();
        return channel.account(TenantContext.required())
                .flatMap(account -> Stream.concat(known.stream(), number.stream())
                        .map(address -> conversations.open(customer.id(), channel.name(), account, address))
                        .filter(id -> number.isPresent() || windows.freeText(conversations.find(id)))
                        .findFirst());
    }

    /** A line may be used by somebody else, who writes by it. What nobody has is theirs from now on, so that answers are known. */
    private boolean isTheirs(Customer customer, ContactPoint point) {
        Optional<UUID> owner = customers.at(point);
        if (owner.isEmpty()) {
            customers.reachedAlso(customer.id(), point);
        }
        return owner.map(customer.id()::equals).orElse(true);
    }

    private ChannelState invite(StepContext step, Conversation now, Customer customer, Channel wished) {
        String code = Invitations.code(wished.name());
        return invitedBy(now, customer)
                .flatMap(by -> outbox.sendHere(
                        step.attempt(), by, phrasing.of(step, by, code, code, List.of(), Expectation.NOTHING)))
                .map(sent -> ChannelState.INVITED)
                .orElse(ChannelState.UNAVAILABLE);
    }

    /** Where the invitation can be read: here, unless this is a call; else by a channel that the customer's number reaches. */
    private Optional<Conversation> invitedBy(Conversation now, Customer customer) {
        if (!line.channel(now.channel()).spoken()) {
            return Optional.of(now);
        }
        return own.call(() -> line.channels().stream()
                .filter(channel -> !channel.spoken() && channel.freeTextWindow().isEmpty())
                .filter(channel ->
                        OwnNumber.of(customer).flatMap(channel::addressOf).isPresent())
                .flatMap(channel -> there(customer, channel).stream())
                .findFirst()
                .map(id -> conversations.find(id).serving(now.caseNumber(), now.journey())));
    }
}
