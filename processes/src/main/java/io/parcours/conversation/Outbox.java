package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.engine.Attempt;
import io.parcours.engine.TryAgainLater;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends one message for a job of the engine. The job is the outbox: it is tried again until this returns. Each state is
 * committed on its own, so that a crash at any point is seen the next time: a message found {@code sending} may have left.
 *
 * <p>A message stays on the channel on which it began until the provider refuses it there; then it leaves, as another message
 * in its place, by the customer's next channel, and the case goes on by that one.
 */
@Component
class Outbox {

    private final OutboxRepository repository;
    private final ConversationRepository conversations;
    private final Line line;
    private final Permit permit;
    private final Sending sending;
    private final NextChannel next;
    private final Windows windows;

    Outbox(
            OutboxRepository repository,
            ConversationRepository conversations,
            Line line,
            Permit permit,
            Sending sending,
            NextChannel next,
            Windows windows) {
        this.repository = repository;
        this.conversations = conversations;
        this.line = line;
        this.permit = permit;
        this.sending = sending;
        this.next = next;
        this.windows = windows;
    }

    /**
     * @return the message's number among the customer's; of one that stays here, where the customer wants no such message
     * @throws TryAgainLater where the channel is down, it is not this message's turn or not the hour: no try is spent
     * @throws SendRefused where the provider said no, and no other channel is left
     */
    @Transactional
    long send(Attempt attempt, Conversation conversation, Wording wording) {
        try {
            return leave(attempt, conversation, wording);
        } catch (SendRefused refused) {
            if (refused.kind() != SendRefused.Kind.NOT_ALLOWED) {
                throw refused;
            }
            List<Outgoing> tried = repository.tried(attempt.key());
            return tried.get(tried.size() - 1).number();
        }
    }

    /** Only by this conversation. @return empty where it was refused there, or the customer wants no such message */
    @Transactional
    Optional<Long> sendHere(Attempt attempt, Conversation conversation, Wording wording) {
        try {
            return Optional.of(leave(attempt, conversation, wording));
        } catch (SendRefused refused) {
            return Optional.empty();
        }
    }

    private long leave(Attempt attempt, Conversation conversation, Wording wording) {
        List<Outgoing> before = repository.tried(attempt.key());
        return before.isEmpty()
                ? first(attempt, attempt.key(), null, conversation, wording)
                : goOn(attempt, before.get(before.size() - 1), conversation, wording);
    }

    private long first(Attempt attempt, String key, UUID insteadOf, Conversation conversation, Wording wording) {
        Supplier<Outgoing> queue = () -> sending.queue(key, insteadOf, conversation, wording);
        Optional<SendRefused> refusal = permit.refusal(conversation, wording, queue);
        if (refusal.isPresent()) {
            Outgoing message = sending.refused(key, insteadOf, conversation, wording, refusal.get());
            return elsewhere(attempt, message, conversation, wording, refusal.get());
        }
        line.waitForPlace(conversation, queue);
        Outgoing message = sending.begin(key, insteadOf, conversation, wording);
        return leave(attempt, message, conversation, wording, windows.ways(conversation, wording));
    }

    private long goOn(Attempt attempt, Outgoing message, Conversation conversation, Wording wording) {
        Conversation by = ofMessage(message, conversation);
        return switch (message.state()) {
            case MessageState.QUEUED, MessageState.FAILED -> again(attempt, message, by, wording);
            case MessageState.SENDING, MessageState.UNKNOWN -> afterCrash(attempt, message, by, wording);
            // It left before the crash that brought us here again.
            default -> message.number();
        };
    }

    /** Its turn first: while many wait for the same account, nobody's permission need be asked. */
    private long again(Attempt attempt, Outgoing message, Conversation conversation, Wording wording) {
        line.waitForPlace(message, conversation);
        Optional<SendRefused> refusal = permit.refusal(conversation, wording, () -> message);
        if (refusal.isPresent()) {
            sending.refused(message, conversation, wording, refusal.get());
            return elsewhere(attempt, message, conversation, wording, refusal.get());
        }
        sending.begin(message);
        return leave(attempt, message, conversation, wording, windows.ways(conversation, wording));
    }

    private long afterCrash(Attempt attempt, Outgoing message, Conversation conversation, Wording wording) {
        if (message.state().equals(MessageState.SENDING)) {
            sending.unknown(message, conversation, wording.code());
        }
        return wording.resendUnknown() ? again(attempt, message, conversation, wording) : message.number();
    }

    private long leave(Attempt attempt, Outgoing message, Conversation conversation, Wording wording, List<Way> ways) {
        Optional<SendRefused> tooMany = sending.lastRefusal(message, conversation, wording);
        if (tooMany.isPresent()) {
            return elsewhere(attempt, message, conversation, wording, tooMany.get());
        }
        try {
            leaveAs(ways, message, conversation, wording);
            return message.number();
        } catch (SendRefused refused) {
            sending.failed(message, conversation, wording.code(), refused);
            return elsewhere(attempt, message, conversation, wording, refused);
        }
    }

    /** The provider's clock decides, not ours. */
    private void leaveAs(List<Way> ways, Outgoing message, Conversation conversation, Wording wording) {
        try {
            sending.send(message, conversation, wording, ways.get(0));
        } catch (SendRefused refused) {
            if (ways.size() == 1 || refused.kind() != SendRefused.Kind.WINDOW_CLOSED) {
                throw refused;
            }
            leaveAs(ways.subList(1, ways.size()), message, conversation, wording);
        }
    }

    /**
     * For a message that was taken and then called undeliverable. Once: what has left in its place already stays.
     *
     * @throws SendRefused where nothing is left to try; not where another channel was only worth a try
     */
    @Transactional
    void sendInstead(
            Attempt attempt, Outgoing message, Conversation conversation, Wording wording, SendRefused.Kind why) {
        try {
            instead(attempt, message, conversation, wording, why);
        } catch (SendRefused nowhere) {
            boolean mayGo = nowhere.kind() == SendRefused.Kind.PERHAPS_LATER && !attempt.last();
            if (why != SendRefused.Kind.ELSEWHERE || mayGo) {
                throw nowhere;
            }
        }
    }

    private void instead(
            Attempt attempt, Outgoing message, Conversation conversation, Wording wording, SendRefused.Kind why) {
        List<Outgoing> before = repository.tried(attempt.key());
        if (!before.get(before.size() - 1).id().equals(message.id())) {
            send(attempt, conversation, wording);
            return;
        }
        SendRefused refused = new SendRefused(why, why.name(), "Taken, then called undeliverable", null);
        boolean asTemplate = why == SendRefused.Kind.WINDOW_CLOSED && wording.template() != null;
        if (asTemplate || why == SendRefused.Kind.ONCE_MORE) {
            onceMore(attempt, message, conversation, wording, asTemplate ? Way.TEMPLATE : Way.FREE_TEXT);
        } else {
            elsewhere(attempt, message, conversation, wording, refused);
        }
    }

    private void onceMore(Attempt attempt, Outgoing message, Conversation conversation, Wording wording, Way way) {
        String key = nextKey(attempt);
        Optional<SendRefused> refusal =
                permit.refusal(conversation, wording, () -> sending.queue(key, message.id(), conversation, wording));
        if (refusal.isPresent()) {
            Outgoing refused = sending.refused(key, message.id(), conversation, wording, refusal.get());
            elsewhere(attempt, refused, conversation, wording, refusal.get());
            return;
        }
        Outgoing instead = sending.begin(key, message.id(), conversation, wording);
        leave(attempt, instead, conversation, wording, List.of(way));
    }

    private long elsewhere(
            Attempt attempt, Outgoing message, Conversation conversation, Wording wording, SendRefused refused) {
        boolean nothingLeftHere = refused.kind() != SendRefused.Kind.PERHAPS_LATER || attempt.last();
        Optional<Conversation> other =
                nothingLeftHere && !wording.onlyHere() ? next.after(attempt.key(), conversation) : Optional.empty();
        if (other.isEmpty()) {
            throw refused;
        }
        try {
            return first(attempt, nextKey(attempt), message.id(), other.get(), wording);
        } catch (SendRefused there) {
            // What the customer does not want there is no excuse for what failed here.
            throw there.kind() == SendRefused.Kind.NOT_ALLOWED ? refused : there;
        }
    }

    private String nextKey(Attempt attempt) {
        return OutboxRepository.keyAfter(
                attempt.key(), repository.tried(attempt.key()).size());
    }

    /** The conversation by which it leaves: its case may have gone to another since. */
    private Conversation ofMessage(Outgoing message, Conversation ofCase) {
        return message.conversationId().equals(ofCase.id())
                ? ofCase
                : conversations.find(message.conversationId()).serving(ofCase.caseNumber(), ofCase.journey());
    }
}
