package io.parcours.conversation;

import io.parcours.customer.Customer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written with customers. */
@Component
@Transactional(readOnly = true)
public class Conversations {

    private final MessageRepository messages;
    private final ConversationRepository conversations;
    private final List<Channel> channels;

    Conversations(MessageRepository messages, ConversationRepository conversations, List<Channel> channels) {
        this.messages = messages;
        this.conversations = conversations;
        this.channels = channels;
    }

    /** The customer's latest messages on all channels, oldest first. */
    public List<Message> messages(UUID customerId, int limit) {
        return messages.ofCustomer(customerId, limit);
    }

    /** What the subscriber wrote to the case's conversation and neither a journey nor a person has read. */
    public List<Message> unread(String caseNumber) {
        return messages.unreadOf(caseNumber);
    }

    /** What the subscriber wrote first in this case. */
    public Optional<Message> opening(String caseNumber) {
        return messages.opening(caseNumber);
    }

    /** A person has seen the messages up to this number. */
    @Transactional
    public void markRead(String caseNumber, long upToNumber) {
        messages.markRead(caseNumber, upToNumber);
    }

    /**
     * Opens the thread by which the customer can be written to: the preferred channel first, then any other whose connector
     * has an account for the operator; empty where there is none.
     */
    @Transactional
    public Optional<UUID> reach(String tenant, Customer customer) {
        return customer.contactPoints().stream()
                .sorted((a, b) -> Boolean.compare(
                        b.channel().equals(customer.preferredChannel()),
                        a.channel().equals(customer.preferredChannel())))
                .flatMap(point -> channels.stream()
                        .filter(channel -> channel.name().equals(point.channel()))
                        .flatMap(channel -> channel.account(tenant).stream())
                        .map(account -> conversations.open(customer.id(), point.channel(), account, point.address())))
                .findFirst();
    }
}
