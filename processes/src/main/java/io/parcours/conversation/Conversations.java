package io.parcours.conversation;

import io.parcours.customer.Customer;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
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
    private final Line line;
    private final Clock clock;

    Conversations(
            MessageRepository messages,
            ConversationRepository conversations,
            List<Channel> channels,
            Line line,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.channels = channels;
        this.line = line;
        this.clock = clock;
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

    /** How what is written in this case now would leave; empty where the customer cannot be written to. */
    public Optional<ReplyWay> replyWay(String caseNumber) {
        return conversations
                .ofCase(caseNumber)
                .map(conversation -> new ReplyWay(
                        conversation.channel(),
                        line.freeText(conversation, clock.instant()),
                        line.closes(conversation)));
    }

    /** The operator's accounts that cannot send now. */
    public List<Outage> outages() {
        String tenant = TenantContext.required();
        return channels.stream()
                .flatMap(channel -> channel.states().stream())
                .filter(state -> state.tenant().equals(tenant) && !state.works())
                .map(state -> new Outage(state, messages.waiting(state.channel(), state.account())))
                .toList();
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
