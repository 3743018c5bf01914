package io.parcours.media;

import io.parcours.engine.Attempt;
import io.parcours.engine.Background;
import io.parcours.engine.BackgroundTask;
import io.parcours.engine.TryAgainLater;
import io.parcours.media.MediaRepository.Waiting;
import io.parcours.media.MediaSource.Wanted;
import io.parcours.media.NotFetched.Reason;
import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Fetches one file of a message that is stored already, as a job of the engine. What cannot be fetched is no incident: it is
 * tried again after growing pauses, and then a person may.
 */
@Component
class MediaFetch implements BackgroundTask {

    static final String TASK = "media-fetch";

    private static final Logger log = LoggerFactory.getLogger(MediaFetch.class);

    /** Before the second attempt, the third, …: providers keep files for days. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private static final Duration TURN = Duration.ofSeconds(2);

    private final MediaRepository repository;
    private final MediaKeeper keeper;
    private final ObjectProvider<MediaSource> sources;
    private final Background background;
    private final Semaphore turns;

    MediaFetch(
            MediaRepository repository,
            MediaKeeper keeper,
            ObjectProvider<MediaSource> sources,
            Background background,
            MediaProperties properties) {
        this.repository = repository;
        this.keeper = keeper;
        this.sources = sources;
        this.background = background;
        this.turns = new Semaphore(properties.parallel());
    }

    @Override
    public String name() {
        return TASK;
    }

    /** @param argument the file's id */
    @Override
    public void run(String argument, Attempt attempt) {
        if (!turns.tryAcquire()) {
            throw new TryAgainLater("Enough files are being fetched", TURN, null);
        }
        try {
            repository.lockWaiting(UUID.fromString(argument)).ifPresent(this::fetch);
        } finally {
            turns.release();
        }
    }

    private void fetch(Waiting file) {
        Wanted wanted =
                new Wanted(TenantContext.required(), file.account(), file.mediaId(), keeper.largest(file.channel()));
        keeper.keep(file, into -> source(file.channel()).fetch(wanted, into)).ifPresent(reason -> again(file, reason));
    }

    private MediaSource source(String channel) {
        return sources.stream()
                .filter(source -> source.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new NotFetched(Reason.ACCOUNT, "Nothing fetches files of " + channel));
    }

    private void again(Waiting file, Reason reason) {
        if (file.attempts() >= PAUSES.size()) {
            log.warn("A file of {} was not fetched and is given up: {}", file.channel(), reason.code());
            keeper.giveUp(file, reason);
        } else {
            keeper.wait(file, reason);
            background.run(TASK, file.id().toString(), PAUSES.get(file.attempts()));
        }
    }
}
