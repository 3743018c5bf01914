package io.parcours.conversation;

import io.parcours.conversation.BroadcastRepository.Broadcast;
import io.parcours.conversation.BroadcastRepository.Item;
import io.parcours.decisions.ContactPermission.Answer;
import io.parcours.decisions.ContactPermission.Permission;
import io.parcours.engine.Attempt;
import io.parcours.engine.Background;
import io.parcours.engine.BackgroundTask;
import io.parcours.engine.TryAgainLater;
import io.parcours.permission.Permissions;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sends a broadcast, as many messages at once as the account's window allows, some hundred a commit. What a crash leaves on its
 * way becomes {@code unknown} and is held: nobody waits for it.
 */
@Component
class Drain implements BackgroundTask {

    static final String TASK = "broadcast";

    private static final int CHUNK = 200;
    /** Well below the five minutes for which a job is locked. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

    private final BroadcastRepository repository;
    private final Outcomes outcomes;
    private final Line line;
    private final Permissions permissions;
    private final Texts texts;
    private final OwnTransaction own;
    private final ObjectProvider<Background> background;
    private final Clock clock;

    Drain(
            BroadcastRepository repository,
            Outcomes outcomes,
            Line line,
            Permissions permissions,
            Texts texts,
            OwnTransaction own,
            ObjectProvider<Background> background,
            Clock clock) {
        this.repository = repository;
        this.outcomes = outcomes;
        this.line = line;
        this.permissions = permissions;
        this.texts = texts;
        this.own = own;
        this.background = background;
        this.clock = clock;
    }

    @Override
    public String name() {
        return TASK;
    }

    /** @param argument the broadcast's id */
    @Override
    public void run(String argument, Attempt attempt) {
        UUID id = UUID.fromString(argument);
        Broadcast broadcast = repository.find(id);
        own.run(() -> repository.unknown(id, clock.instant()));
        int window = line.channel(broadcast.channel()).window(TenantContext.required(), broadcast.account());
        ExecutorService senders = Executors.newFixedThreadPool(window);
        try {
            if (drained(id, broadcast, senders)) {
                repository.done(id, clock.instant());
            } else {
                background.getObject().run(TASK, argument);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** What came of one chunk is kept while the next is already leaving. @return whether nothing is left */
    private boolean drained(UUID id, Broadcast broadcast, ExecutorService senders) {
        Instant until = Instant.now().plus(LONGEST_RUN);
        line.closed(broadcast.channel(), broadcast.account()).ifPresent(later -> {
            throw later;
        });
        List<Future<Outcome>> leaving = send(id, broadcast, senders);
        while (!leaving.isEmpty()) {
            boolean goOn = Instant.now().isBefore(until) && leaving.stream().noneMatch(Drain::notTaken);
            List<Future<Outcome>> next = goOn ? send(id, broadcast, senders) : List.of();
            Optional<Duration> pause = keep(broadcast, leaving);
            if (pause.isPresent()) {
                keep(broadcast, next);
                throw line.closed(broadcast.channel(), broadcast.account())
                        .orElseGet(() -> new TryAgainLater("The channel took no more", pause.get(), null));
            }
            if (!goOn) {
                return false;
            }
            leaving = next;
        }
        return true;
    }

    private static boolean notTaken(Future<Outcome> sending) {
        return sending.isDone() && outcome(sending).pause().isPresent();
    }

    private List<Future<Outcome>> send(UUID id, Broadcast broadcast, ExecutorService senders) {
        String tenant = TenantContext.required();
        Channel channel = line.channel(broadcast.channel());
        List<Item> items = own.call(() -> repository.take(id, CHUNK, clock.instant()));
        Map<UUID, Answer> answers = own.call(() -> answers(broadcast, items));
        return items.stream()
                .map(item -> senders.submit(() -> Outcome.of(
                        item,
                        answers.get(item.customerId()),
                        () -> channel.send(new OutboundMessage(
                                item.id(), tenant, broadcast.account(), item.to(), item.text(), List.of())))))
                .toList();
    }

    /** Keeps the refusals at once: another broadcast may be counting. */
    private Map<UUID, Answer> answers(Broadcast broadcast, List<Item> items) {
        Map<UUID, Answer> answers = permissions.askAll(
                items.stream().map(Item::customerId).collect(Collectors.toSet()),
                broadcast.channel(),
                texts.purpose(broadcast.code()),
                items.stream().map(Item::id).toList());
        outcomes.keep(
                broadcast,
                items.stream()
                        .filter(item -> answers.get(item.customerId()).permission() == Permission.REFUSED)
                        .map(item -> Outcome.refused(item, answers.get(item.customerId())))
                        .toList());
        return answers;
    }

    /** @return how long to stay away, where the channel did not take all of them */
    private Optional<Duration> keep(Broadcast broadcast, List<Future<Outcome>> leaving) {
        List<Outcome> all = leaving.stream().map(Drain::outcome).toList();
        List<Outcome> allowed =
                all.stream().filter(outcome -> outcome.notAllowed() == null).toList();
        own.run(() -> outcomes.keep(broadcast, allowed));
        return all.stream().flatMap(outcome -> outcome.pause().stream()).max(Duration::compareTo);
    }

    private static Outcome outcome(Future<Outcome> sending) {
        try {
            return sending.get();
        } catch (Exception stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending a broadcast", stopping);
        }
    }
}
