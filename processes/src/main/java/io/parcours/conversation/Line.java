package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.engine.TryAgainLater;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The channels as a message sees them that wants to leave: is the account at work, whose turn is it, is free text allowed. Who
 * has to wait goes back to the engine until then, and no try is spent.
 */
@Component
class Line {

    /** Less than this is not worth another run of the job. */
    private static final Duration SHORT = Duration.ofMillis(20);

    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofSeconds(60);

    private static final String NOT_YET = "Not its turn yet";

    private final Map<String, Channel> channels;
    private final MessageRepository messages;
    private final OutboxRepository repository;
    private final OwnTransaction own;
    private final Clock clock;

    Line(
            List<Channel> channels,
            MessageRepository messages,
            OutboxRepository repository,
            OwnTransaction own,
            Clock clock) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.messages = messages;
        this.repository = repository;
        this.own = own;
        this.clock = clock;
    }

    Channel channel(String name) {
        Channel channel = channels.get(name);
        if (channel == null) {
            throw new IllegalStateException("No connector brings the channel " + name);
        }
        return channel;
    }

    Collection<Channel> channels() {
        return channels.values();
    }

    /** For a message that is not written yet: it is queued first where it has to wait. */
    void waitForPlace(Conversation conversation, Supplier<Outgoing> queue) {
        Duration pause = down(conversation.channel(), conversation.account()).orElse(null);
        if (pause != null) {
            queue.get();
            throw later("The channel is down", pause);
        }
        Duration wait = place(conversation);
        if (wait.compareTo(SHORT) > 0) {
            throw keepPlace(queue.get(), wait, NOT_YET);
        }
    }

    /** For a message that is queued. It keeps the place that it has. */
    void waitForPlace(Outgoing message, Conversation conversation) {
        down(conversation.channel(), conversation.account()).ifPresent(pause -> {
            throw later("The channel is down", pause);
        });
        Duration left =
                message.placeAt() == null ? place(conversation) : Duration.between(clock.instant(), message.placeAt());
        if (left.compareTo(SHORT) <= 0) {
            return;
        }
        if (message.placeAt() == null) {
            throw keepPlace(message, left, NOT_YET);
        }
        throw later(NOT_YET, left);
    }

    /** Whether the subscriber has written recently enough for free text. */
    boolean freeText(Conversation conversation, Instant now) {
        return closes(conversation).map(now::isBefore).orElse(true);
    }

    /** When free text ceases to be allowed; empty where it always is. Long past where the subscriber never wrote. */
    Optional<Instant> closes(Conversation conversation) {
        return channel(conversation.channel()).freeTextWindow().map(window -> messages.lastWritten(conversation.id())
                .map(last -> last.plus(window))
                .orElse(Instant.EPOCH));
    }

    /** How long to stay away from an account that is down: longer the longer it has been, and never all at once. */
    Optional<Duration> down(String channel, String account) {
        String tenant = TenantContext.required();
        return Stream.of(channel(channel))
                .filter(Channel::worthWaiting)
                .flatMap(worth -> worth.states().stream())
                .filter(state -> !state.works()
                        && state.tenant().equals(tenant)
                        && state.account().equals(account))
                .findFirst()
                .map(state -> pause(Duration.between(state.since(), clock.instant())));
    }

    static Duration pause(Duration downFor) {
        long millis = Math.max(LEAST.toMillis(), Math.min(downFor.toMillis() / 4, MOST.toMillis()));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }

    private Duration place(Conversation conversation) {
        return channel(conversation.channel()).place(TenantContext.required(), conversation.account());
    }

    /** The message leaves at that time, not before. */
    TryAgainLater keepPlace(Outgoing message, Duration wait, String reason) {
        own.run(() -> repository.place(message.id(), clock.instant().plus(wait)));
        return later(reason, wait);
    }

    private static TryAgainLater later(String reason, Duration pause) {
        return new TryAgainLater(reason, pause, null);
    }
}
