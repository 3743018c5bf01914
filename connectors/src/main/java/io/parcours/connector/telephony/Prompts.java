package io.parcours.connector.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes audio of what is to be said: a recording where there is one, else a voice, else silence where the account wants it. */
final class Prompts {

    private static final Logger log = LoggerFactory.getLogger(Prompts.class);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Path recordings;
    private final Path cache;
    private final Speech speech;
    private final MediaTokens tokens;
    private final InstantSource clock;
    private Instant tidied = Instant.EPOCH;

    /** @param recordings may be null */
    Prompts(Path recordings, Path cache, Speech speech, MediaTokens tokens, InstantSource clock) {
        this.recordings = recordings;
        this.cache = cache;
        this.speech = speech;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What the exchange is to play, in order; empty where it cannot be said here. */
    Optional<List<String>> media(VoiceAccount account, Utterance utterance) {
        tidy();
        List<String> media = new ArrayList<>();
        Optional<Path> recorded = recorded(utterance.code(), utterance.language());
        String spoken = utterance.text().strip();
        String keys = SpokenWords.keys(utterance);
        if (recorded.isPresent()) {
            media.add(address(account, kept(recorded.get(), spoken)));
            spoken = keys;
        } else if (!keys.isEmpty()) {
            spoken = spoken + " " + keys;
        }
        if (!spoken.isEmpty()) {
            Optional<String> file = spoken(account, spoken, utterance.language());
            if (file.isEmpty()) {
                return Optional.empty();
            }
            media.add(address(account, file.get()));
        }
        return media.isEmpty() ? Optional.empty() : Optional.of(media);
    }

    private String address(VoiceAccount account, String file) {
        return "sound:" + account.mediaUrl() + MediaServlet.PATH + "/" + tokens.of(file) + ".wav";
    }

    private Optional<Path> recorded(String code, String language) {
        // A code is a name of a text, never a way through folders.
        if (recordings == null || code == null || !code.matches("[A-Za-z0-9._-]{1,100}")) {
            return Optional.empty();
        }
        return Optional.of(recordings.resolve(code + "_" + language + ".wav")).filter(Files::isRegularFile);
    }

    /** A copy in the cache, the only folder that anything is served from. */
    private String kept(Path recording, String text) {
        try {
            String name = digest(recording + " " + Files.getLastModifiedTime(recording) + " " + text);
            Path target = cache.resolve(name + ".wav");
            if (!Files.exists(target)) {
                store(name, text, copy -> Files.copy(recording, copy, StandardCopyOption.REPLACE_EXISTING) != null);
            }
            return name;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<String> spoken(VoiceAccount account, String text, String language) {
        String name = digest(language + " " + account.options().silence() + " " + text);
        if (Files.exists(cache.resolve(name + ".wav"))) {
            return Optional.of(name);
        }
        try {
            boolean made = store(name, text, target -> speech.speak(text, language, target))
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
            Files.move(made, cache.resolve(name + ".wav"), StandardCopyOption.REPLACE_EXISTING);
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
