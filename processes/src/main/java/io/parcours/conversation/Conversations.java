package io.parcours.conversation;

import io.parcours.customer.Customer;
import io.parcours.media.MediaFile;
import io.parcours.media.MediaFiles;
import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written with customers. */
@Component
@Transactional(readOnly = true)
public class Conversations {

    private final MessageRepository messages;
    private final ConversationRepository conversations;
    private final MediaFiles files;
    private final List<Channel> channels;
    private final Windows windows;

    Conversations(
            MessageRepository messages,
            ConversationRepository conversations,
            MediaFiles files,
            List<Channel> channels,
            Windows windows) {
        this.messages = messages;
        this.conversations = conversations;
        this.files = files;
        this.channels = channels;
        this.windows = windows;
    }

    /** The customer's latest messages on all channels, oldest first. */
    public List<Message> messages(UUID customerId, int limit) {
        return withFiles(messages.ofCustomer(customerId, limit));
    }

    /** What the subscriber wrote to the case's conversation and neither a journey nor a person has read. */
    public List<Message> unread(String caseNumber) {
        return withFiles(messages.unreadOf(caseNumber));
    }

    /** What the subscriber wrote first in this case. */
    public Optional<Message> opening(String caseNumber) {
        return messages.opening(caseNumber)
                .map(message -> withFiles(List.of(message)).get(0));
    }

    private List<Message> withFiles(List<Message> found) {
        List<UUID> ids =
                found.stream().map(Message::fileId).filter(Objects::nonNull).toList();
        Map<UUID, MediaFile> byId =
                files.find(ids).stream().collect(Collectors.toMap(MediaFile::id, Function.identity()));
        return found.stream()
                .map(message -> message.fileId() == null ? message : message.with(byId.get(message.fileId())))
                .toList();
    }

    /** Whether the operator has a case in which this file was sent or received. */
    public boolean showsFile(UUID fileId) {
        return messages.withFile(fileId);
    }

    /** How what is written in this case now would leave; empty where the customer cannot be written to. */
    public Optional<ReplyWay> replyWay(String caseNumber) {
        return conversations
                .ofCase(caseNumber)
                .map(conversation -> new ReplyWay(
                        conversation.channel(), windows.takesReplies(conversation), windows.closes(conversation)));
    }

    /** From where the customer speaks in this case; empty where they do not. */
    public Optional<String> address(String caseNumber) {
        return conversations.ofCase(caseNumber).map(Conversation::address);
    }

    /** The operator's accounts that cannot send now, or by which nothing comes in. */
    public List<Outage> outages() {
        String tenant = TenantContext.required();
        return channels.stream()
                .flatMap(channel -> channel.states().stream())
                .filter(state -> state.tenant().equals(tenant) && state.trouble() != null)
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
