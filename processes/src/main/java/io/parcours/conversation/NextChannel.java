package io.parcours.conversation;

import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.tenant.TenantContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where a customer can still be written to when a channel would not take the message. */
@Component
class NextChannel {

    private final Customers customers;
    private final ConversationRepository conversations;
    private final OutboxRepository repository;
    private final Line line;
    private final CaseMoves moves;
    private final OwnTransaction own;

    NextChannel(
            Customers customers,
            ConversationRepository conversations,
            OutboxRepository repository,
            Line line,
            CaseMoves moves,
            OwnTransaction own) {
        this.customers = customers;
        this.conversations = conversations;
        this.repository = repository;
        this.line = line;
        this.moves = moves;
        this.own = own;
    }

    /** The conversation by which the case goes on; empty where each of the customer's channels has been tried with this key. */
    Optional<Conversation> after(String key, Conversation refused) {
        return own.call(() -> {
            List<String> tried = repository.channelsTried(key);
            return customers.find(refused.customerId()).stream()
                    .flatMap(NextChannel::preferredFirst)
                    .filter(point -> !tried.contains(point.channel()))
                    .flatMap(point -> account(point).stream().map(account -> open(refused, point, account)))
                    .findFirst()
                    .map(other -> moves.move(refused, other));
        });
    }

    private static Stream<ContactPoint> preferredFirst(Customer customer) {
        return customer.contactPoints().stream().sorted(Comparator.comparing((ContactPoint point) -> !point.channel()
                .equals(customer.preferredChannel())));
    }

    private Optional<String> account(ContactPoint point) {
        return line.channels().stream()
                .filter(channel -> channel.name().equals(point.channel()))
                .flatMap(channel -> channel.account(TenantContext.required()).stream())
                .findFirst();
    }

    private UUID open(Conversation refused, ContactPoint point, String account) {
        return conversations.open(refused.customerId(), point.channel(), account, point.address());
    }
}
