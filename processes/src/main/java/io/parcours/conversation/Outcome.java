package io.parcours.conversation;

import io.parcours.conversation.BroadcastRepository.Item;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of one message of a broadcast.
 *
 * @param state {@code sent}, {@code failed}, {@code unknown}, or {@code queued} where it certainly did not leave
 * @param error in the provider's words; null where sent
 * @param pause how long the channel wants to be left alone, where it did not take the message
 */
record Outcome(Item item, String state, List<String> providerIds, String error, Optional<Duration> pause) {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    static Outcome of(Item item, Supplier<Delivery> send) {
        try {
            return new Outcome(item, MessageState.SENT, send.get().providerIds(), null, Optional.empty());
        } catch (ChannelUnavailable down) {
            Duration pause = down.pause().orElse(PAUSE);
            return new Outcome(item, MessageState.QUEUED, List.of(), down.getMessage(), Optional.of(pause));
        } catch (SendRefused refused) {
            String error = refused.code() + " " + refused.getMessage();
            return new Outcome(item, MessageState.FAILED, List.of(), error, Optional.empty());
        } catch (RuntimeException unknown) {
            return new Outcome(item, MessageState.UNKNOWN, List.of(), unknown.getMessage(), Optional.empty());
        }
    }
}
