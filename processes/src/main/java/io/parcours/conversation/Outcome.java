package io.parcours.conversation;

import io.parcours.conversation.BroadcastRepository.Item;
import io.parcours.decisions.ContactPermission.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of one message of a broadcast.
 *
 * @param state {@code sent}, {@code failed}, {@code unknown}, or {@code queued} where it certainly did not leave
 * @param error in the provider's words; null where sent
 * @param notAllowed why the customer may not be contacted; null where they may
 * @param pause how long the channel wants to be left alone, where it did not take the message
 */
record Outcome(
        Item item, String state, List<String> providerIds, String error, String notAllowed, Optional<Duration> pause) {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** @param answer whether the customer may be contacted now */
    static Outcome of(Item item, Answer answer, Supplier<Delivery> send) {
        return switch (answer.permission()) {
            case ALLOWED -> of(item, send);
            case LATER -> outcome(item, MessageState.QUEUED, List.of(), answer.reason(), answer.pause());
            case REFUSED -> refused(item, answer);
        };
    }

    static Outcome refused(Item item, Answer answer) {
        String error = Permit.refusal(answer.reason()).getMessage();
        return new Outcome(item, MessageState.FAILED, List.of(), error, answer.reason(), Optional.empty());
    }

    private static Outcome of(Item item, Supplier<Delivery> send) {
        try {
            return outcome(item, MessageState.SENT, send.get().providerIds(), null, null);
        } catch (ChannelUnavailable down) {
            Duration pause = down.pause().orElse(PAUSE);
            return outcome(item, MessageState.QUEUED, List.of(), down.getMessage(), pause);
        } catch (SendRefused refused) {
            String error = refused.code() + " " + refused.getMessage();
            return outcome(item, MessageState.FAILED, List.of(), error, null);
        } catch (RuntimeException unknown) {
            return outcome(item, MessageState.UNKNOWN, List.of(), unknown.getMessage(), null);
        }
    }

    private static Outcome outcome(Item item, String state, List<String> ids, String error, Duration pause) {
        return new Outcome(item, state, ids, error, null, Optional.ofNullable(pause));
    }
}
