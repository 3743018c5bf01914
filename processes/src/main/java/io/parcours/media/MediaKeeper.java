package io.parcours.media;

import io.parcours.live.Changes;
import io.parcours.media.MediaRepository.Waiting;
import io.parcours.media.MediaSource.Told;
import io.parcours.media.MediaWriter.Written;
import io.parcours.media.NotFetched.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores the octets of a file, or why it has none, in the caller's transaction. */
@Component
class MediaKeeper {

    private final MediaRepository repository;
    private final MediaProperties properties;
    private final MediaMeters meters;
    private final Changes changes;
    private final Clock clock;

    MediaKeeper(
            MediaRepository repository, MediaProperties properties, MediaMeters meters, Changes changes, Clock clock) {
        this.repository = repository;
        this.properties = properties;
        this.meters = meters;
        this.changes = changes;
        this.clock = clock;
    }

    /** Hands a file over. */
    interface Bringing {
        Told into(OutputStream pieces) throws IOException;
    }

    /** How many octets are borne. @param channel null for what a person here adds */
    long largest(String channel) {
        return properties.largest(channel);
    }

    /** @return why it is not kept and may be later; empty where it is kept, or settled otherwise */
    Optional<Reason> keep(Waiting file, Bringing bringing) {
        try {
            store(file, bringing);
            return Optional.empty();
        } catch (NotFetched not) {
            return notKept(file, not.reason());
        } catch (IOException lost) {
            return notKept(file, Reason.UNREACHABLE);
        }
    }

    /** @throws NotFetched where it is not kept, which the caller's transaction must not outlive */
    void keepOrRefuse(Waiting file, Bringing bringing) {
        try {
            store(file, bringing);
        } catch (IOException lost) {
            throw new NotFetched(Reason.BROKEN, "It cannot be read");
        }
    }

    private void store(Waiting file, Bringing bringing) throws IOException {
        MediaWriter writer = new MediaWriter(repository, file.id(), properties.largest(file.channel()));
        Told told = bringing.into(writer);
        Written written = writer.finish();
        String toldType = MediaType.told(told.type());
        checkDigest(told, written);
        String hint = file.toldType() == null ? toldType : file.toldType();
        String type = MediaType.of(written.beginning(), hint).orElse(null);
        if (MediaType.runs(type, file.name())) {
            throw new NotFetched(Reason.KIND, "It is a program");
        }
        repository.kept(file.id(), written, toldType, type, clock.instant());
        settled(file, MediaState.KEPT);
    }

    private static void checkDigest(Told told, Written written) {
        String came = HexFormat.of().formatHex(written.sha256());
        if (told.sha256() != null && !told.sha256().equalsIgnoreCase(came)) {
            throw new NotFetched(Reason.CHANGED, "Its digest is not the one that was told");
        }
    }

    private Optional<Reason> notKept(Waiting file, Reason reason) {
        repository.removePieces(file.id());
        if (reason.again()) {
            return Optional.of(reason);
        }
        giveUp(file, reason);
        return Optional.empty();
    }

    /** It is tried again, later. */
    void wait(Waiting file, Reason reason) {
        repository.notKept(file.id(), MediaState.WAITING, reason.code(), clock.instant());
    }

    void giveUp(Waiting file, Reason reason) {
        String state = reason.refused() ? MediaState.REFUSED : MediaState.FAILED;
        repository.notKept(file.id(), state, reason.code(), clock.instant());
        settled(file, state);
    }

    private void settled(Waiting file, String state) {
        meters.settled(file.channel(), state);
        tell(file.id());
    }

    /** Whoever looks at a case with this file sees what became of it. */
    void tell(UUID id) {
        changes.touch(
                repository.casesOf(id).stream().map(number -> "case/" + number).toList());
    }
}
