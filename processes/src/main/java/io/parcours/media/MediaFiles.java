package io.parcours.media;

import io.parcours.engine.Background;
import io.parcours.engine.CurrentUser;
import io.parcours.media.MediaRepository.Waiting;
import io.parcours.media.NotFetched.Reason;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files beside messages: to be fetched, kept, and read piece by piece. */
@Component
public class MediaFiles {

    private final MediaRepository repository;
    private final MediaKeeper keeper;
    private final ObjectProvider<Background> background;
    private final CurrentUser user;
    private final Clock clock;

    /** The engine itself needs whoever speaks with subscribers, and those need files: its jobs are looked for when wanted. */
    MediaFiles(
            MediaRepository repository,
            MediaKeeper keeper,
            ObjectProvider<Background> background,
            CurrentUser user,
            Clock clock) {
        this.repository = repository;
        this.keeper = keeper;
        this.background = background;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Has a file fetched once the current transaction is committed, in which its message is stored.
     *
     * @param mediaId the provider's id of it
     * @param type as the message calls it; null where it does not
     * @param name as the message calls it; null where it does not
     * @return the file's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID expect(String channel, String account, String mediaId, String type, String name) {
        UUID id = repository.insert(
                channel, account, mediaId, FileName.clean(name), MediaType.told(type), clock.instant());
        background.getObject().run(MediaFetch.TASK, id.toString());
        return id;
    }

    /**
     * Keeps a file that came with its message, in that message's transaction. What is not wanted is noted as refused.
     *
     * @param mediaId by which the message names it
     * @return the file's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID keep(String channel, String account, String mediaId, String type, String name, Content content) {
        UUID id = repository.insert(
                channel, account, mediaId, FileName.clean(name), MediaType.told(type), clock.instant());
        Waiting file = repository.lockWaiting(id).orElseThrow();
        Optional<Reason> reason = keeper.keep(file, into -> copied(content, into));
        // There is nobody who could be asked once more.
        reason.ifPresent(why -> keeper.giveUp(file, Reason.BROKEN));
        return id;
    }

    /**
     * Keeps what a person here adds.
     *
     * @return the file's id
     * @throws NotFetched where it is too large, or a program
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(String name, String type, Content content) {
        UUID id = repository.insert(user.name(), FileName.clean(name), MediaType.told(type), clock.instant());
        Waiting file = repository.lockWaiting(id).orElseThrow();
        keeper.keepOrRefuse(file, into -> copied(content, into));
        return id;
    }

    /** The most octets that a person may add. */
    public long largestAdded() {
        return keeper.largest(null);
    }

    /** Throws away what was added and no message has taken along. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(UUID id) {
        repository.deleteUnsent(id);
    }

    private static MediaSource.Told copied(Content content, OutputStream into) throws IOException {
        try (InputStream octets = content.open()) {
            octets.transferTo(into);
        }
        return MediaSource.Told.NOTHING;
    }

    /** Those of the operator's that there are, in no order. */
    @Transactional(readOnly = true)
    public List<MediaFile> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : repository.find(ids);
    }

    @Transactional(readOnly = true)
    public Optional<MediaFile> find(UUID id) {
        return repository.find(List.of(id)).stream().findFirst();
    }

    /**
     * One piece of a kept file; a transaction each, so that a slow reader holds none.
     *
     * @param number from 0; all pieces but the last have {@link #pieceSize} octets
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> piece(UUID id, int number) {
        return repository.piece(id, number);
    }

    public static int pieceSize() {
        return MediaWriter.PIECE;
    }

    /** Has a file fetched once more that had failed. @return whether it had */
    @Transactional
    public boolean retry(UUID id) {
        boolean failed = TenantContext.current().isPresent() && repository.retry(id, clock.instant());
        if (failed) {
            background.getObject().run(MediaFetch.TASK, id.toString());
            keeper.tell(id);
        }
        return failed;
    }
}
