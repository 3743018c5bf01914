package io.parcours.connector.telephony;

import io.parcours.connector.telephony.Recordings.Sound;
import io.parcours.connector.telephony.SpokenWords.Piece;
import io.parcours.conversation.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes audio of what is to be said, piece by piece: a recording where there is one, else a voice, else silence where the account
 * wants it.
 */
final class Prompts {

    private static final Logger log = LoggerFactory.getLogger(Prompts.class);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Recordings recordings;
    private final Path cache;
    private final Speech speech;
    private final SpokenWords words;
    private final MediaTokens tokens;
    private final InstantSource clock;
    private Instant tidied = Instant.EPOCH;

    Prompts(
            Recordings recordings,
            Path cache,
            Speech speech,
            SpokenWords words,
            MediaTokens tokens,
            InstantSource clock) {
        this.recordings = recordings;
        this.cache = cache;
        this.speech = speech;
        this.words = words;
        this.tokens = tokens;
        this.clock = clock;
    }

    Utterance noted(VoiceAccount account, String id, String language) {
        return words.noted(account.tenant(), id, language);
    }

    /** Without the choices that have a language of their own which can be neither played nor spoken here, with the key that they get. */
    Utterance fitting(VoiceAccount account, Utterance utterance) {
        List<Choice> sayable = new ArrayList<>();
        for (Choice choice : utterance.choices()) {
            if (choice.language() == null || sayable(account, choice, sayable.size() + 1)) {
                sayable.add(choice);
            }
        }
        return utterance.with(sayable);
    }

    private boolean sayable(VoiceAccount account, Choice choice, int key) {
        return sayable(account, words.choice(account.tenant(), choice, choice.language(), key));
    }

    /** Whether each of these is recorded, or spoken here. */
    boolean sayable(VoiceAccount account, List<Piece> pieces) {
        List<Piece> unspoken = pieces.stream()
                .filter(piece -> !account.options().silence() && !speech.speaks(piece.language()))
                .toList();
        return unspoken.isEmpty()
                || recordings.of(account.tenant(), unspoken).keySet().containsAll(unspoken);
    }

    /** What the exchange is to play, in order; empty where it cannot be said here. */
    Optional<List<String>> media(VoiceAccount account, Utterance utterance) {
        tidy();
        List<Piece> pieces = words.pieces(account.tenant(), utterance);
        Map<Piece, Sound> recorded = recordings.of(account.tenant(), pieces);
        List<String> files = new ArrayList<>();
        int next = 0;
        while (next < pieces.size()) {
            Piece piece = pieces.get(next);
            int end = next + 1;
            Optional<String> file;
            if (recorded.containsKey(piece)) {
                file = kept(account, recorded.get(piece), piece);
            } else {
                // What is spoken in one go sounds better than piece by piece.
                while (end < pieces.size()
                        && !recorded.containsKey(pieces.get(end))
                        && pieces.get(end).language().equals(piece.language())) {
                    end++;
                }
                file = spoken(account, text(pieces.subList(next, end)), piece.language());
            }
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(address(account, file.get()));
            next = end;
        }
        return Optional.of(files);
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private String address(VoiceAccount account, String file) {
        return "sound:" + account.mediaUrl() + MediaServlet.PATH + "/" + tokens.of(file) + ".wav";
    }

    /** A copy in the cache, the only folder that anything is served from; of one that is gone, what a voice says. */
    private Optional<String> kept(VoiceAccount account, Sound sound, Piece piece) {
        String name = digest("recorded " + sound.version() + " " + piece.text());
        try {
            boolean there = Files.exists(cache.resolve(name + ".wav"))
                    || store(name, piece.text(), target -> sound.source().write(target));
            return there ? Optional.of(name) : spoken(account, piece.text(), piece.language());
        } catch (IOException | RuntimeException failed) {
            log.warn("A recording could not be kept ({})", failed.getClass().getSimpleName());
            return spoken(account, piece.text(), piece.language());
        }
    }

    private Optional<String> spoken(VoiceAccount account, String text, String language) {
        String name = digest(language + " " + account.options().silence() + " " + text);
        if (Files.exists(cache.resolve(name + ".wav"))) {
            return Optional.of(name);
        }
        try {
            boolean made = store(name, text, target -> speech.speaks(language) && speech.speak(text, language, target))
                    || account.options().silence() && store(name, text, target -> Silence.write(text, target));
            return made ? Optional.of(name) : Optional.empty();
        } catch (IOException failed) {
            log.warn("A prompt could not be kept ({})", failed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Beside the audio its words, and both whole or not at all. */
    private boolean store(String name, String text, Maker maker) throws IOException {
        Path made = Files.createTempFile(cache, "made", ".tmp");
        try {
            if (!maker.make(made)) {
                return false;
            }
            Files.writeString(cache.resolve(name + ".txt"), text);
            // Whoever makes the same at this moment must not take it away from under an exchange that fetches it.
            Files.move(made, cache.resolve(name + ".wav"), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** Texts with a case number are said once; their audio is not kept for ever. */
    private synchronized void tidy() {
        Instant now = clock.instant();
        if (now.isBefore(tidied.plus(Duration.ofHours(1)))) {
            return;
        }
        tidied = now;
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            log.warn(
                    "The folder of spoken prompts could not be tidied ({})",
                    failed.getClass().getSimpleName());
        }
    }

    private static String digest(String what) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Maker {

        boolean make(Path target) throws IOException;
    }
}
