package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.engine.Gates.Gate;
import io.parcours.engine.TryAgainLater;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.lang3.ObjectUtils;
import org.springframework.stereotype.Component;

/**
 * The channels as a message sees them that wants to leave: is the account at work, whose turn is it. Who has to wait goes
 * back to the engine until then, and no try is spent.
 */
@Component
class Line {

    /** Less than this is not worth another run of the job. */
    private static final Duration SHORT = Duration.ofMillis(20);

    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofSeconds(60);

    private static final String NOT_YET = "Not its turn yet";

    private final Map<String, Channel> channels;
    private final OutboxRepository repository;
    private final OwnTransaction own;
    private final Clock clock;
    private final Tries tries = new Tries();

    Line(List<Channel> channels, OutboxRepository repository, OwnTransaction own, Clock clock) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
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
        closed(conversation).ifPresent(later -> {
            takePlace(queue.get(), clock.instant());
            throw later;
        });
        Duration wait = place(conversation);
        if (wait.compareTo(SHORT) > 0) {
            throw keepPlace(queue.get(), wait, NOT_YET);
        }
    }

    /** For a message that is queued. It keeps the place that it has. */
    void waitForPlace(Outgoing message, Conversation conversation) {
        closed(conversation).ifPresent(later -> {
            if (message.placeAt() == null) {
                takePlace(message, clock.instant());
            }
            throw later;
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

    Optional<TryAgainLater> closed(Conversation conversation) {
        return closed(conversation.channel(), conversation.account());
    }

    /**
     * How to wait for an account that is down, gone, or wants to be left alone: in the order in which this is asked, unless one is
     * called in before. Empty where it takes messages, and where its channel is not worth waiting for.
     */
    Optional<TryAgainLater> closed(String channel, String account) {
        Channel by = channel(channel);
        if (!by.worthWaiting()) {
            return Optional.empty();
        }
        Gate gate = gate(TenantContext.required(), channel, account);
        return down(by, gate)
                .or(() -> silence(by, account))
                .map(least -> TryAgainLater.at(
                        gate.name(), "The account takes nothing", tries.next(gate, clock.instant(), least)));
    }

    /** Where those wait who want to leave by this account. */
    static Gate gate(AccountState state) {
        return gate(state.tenant(), state.channel(), state.account());
    }

    private static Gate gate(String tenant, String channel, String account) {
        return new Gate(tenant, channel + "/" + account);
    }

    void waitingOnlyAt(Collection<Gate> gates) {
        tries.waitingOnlyAt(gates);
    }

    /** Longer the longer it has been down; as long as can be where it is gone. */
    private Optional<Duration> down(Channel channel, Gate gate) {
        Optional<AccountState> own = channel.states().stream()
                .filter(state -> gate(state).equals(gate))
                .findFirst();
        if (own.isEmpty()) {
            return channel.tellsStates() ? Optional.of(MOST) : Optional.empty();
        }
        return own.filter(state -> !state.works())
                .map(state -> pause(Duration.between(state.since(), clock.instant())));
    }

    private static Optional<Duration> silence(Channel channel, String account) {
        return Optional.of(channel.silence(TenantContext.required(), account)).filter(silence -> !silence.isZero());
    }

    static Duration pause(Duration downFor) {
        return ObjectUtils.max(LEAST, ObjectUtils.min(downFor.dividedBy(4), MOST));
    }

    private Duration place(Conversation conversation) {
        return channel(conversation.channel()).place(TenantContext.required(), conversation.account());
    }

    /** The message leaves at that time, not before. */
    TryAgainLater keepPlace(Outgoing message, Duration wait, String reason) {
        takePlace(message, clock.instant().plus(wait));
        return later(reason, wait);
    }

    private void takePlace(Outgoing message, Instant at) {
        own.run(() -> repository.place(message.id(), at));
    }

    private static TryAgainLater later(String reason, Duration pause) {
        return new TryAgainLater(reason, pause, null);
    }
}
