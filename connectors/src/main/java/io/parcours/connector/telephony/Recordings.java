package io.parcours.connector.telephony;

import io.parcours.connector.Discreet;
import io.parcours.connector.telephony.SpokenWords.Piece;
import io.parcours.prompt.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where recordings are looked for: those of the operator first, then the installation's folder. */
final class Recordings {

    private static final Logger log = LoggerFactory.getLogger(Recordings.class);

    private final Path folder;
    private final Recorded recorded;

    /** @param folder may be null */
    Recordings(Path folder, Recorded recorded) {
        this.folder = folder;
        this.recorded = recorded;
    }

    /** @param version another one where the sound is another */
    record Sound(String version, Source source) {}

    /** Where its octets come from. */
    interface Source {

        /** @return false where it is gone */
        boolean write(Path target) throws IOException;
    }

    /** Those of the pieces that are recorded. */
    Map<Piece, Sound> of(String tenant, List<Piece> pieces) {
        Map<Piece, Sound> found = new HashMap<>();
        List<Recording> own = own(tenant, pieces);
        for (Piece piece : pieces) {
            own.stream()
                    .filter(recording -> recording.code().equals(piece.code())
                            && recording.language().code().equals(piece.language()))
                    .findFirst()
                    .map(recording -> new Sound(recording.digest(), target -> write(tenant, recording, target)))
                    .or(() -> installed(piece.code(), piece.language()).map(Recordings::copy))
                    .ifPresent(sound -> found.put(piece, sound));
        }
        return found;
    }

    Optional<Path> installed(String code, String language) {
        // A code is a name of a text, never a way through folders.
        if (folder == null || code == null || !code.matches("[A-Za-z0-9._-]{1,100}")) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(code + "_" + language + ".wav")).filter(Files::isRegularFile);
    }

    /** Without the database a call still says what a voice can say. */
    private List<Recording> own(String tenant, List<Piece> pieces) {
        try {
            return recorded.of(
                    tenant,
                    pieces.stream()
                            .map(Piece::code)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        } catch (RuntimeException failure) {
            log.warn("The recordings of {} could not be looked up", tenant, Discreet.copy(failure));
            return List.of();
        }
    }

    private boolean write(String tenant, Recording recording, Path target) throws IOException {
        byte[] audio = recorded.audio(tenant, recording);
        if (audio == null) {
            return false;
        }
        Files.write(target, audio);
        return true;
    }

    private static Sound copy(Path file) {
        return new Sound(file + " " + modified(file), target -> {
            Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return true;
        });
    }

    private static String modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
