package io.parcours.prompt;

import io.parcours.conversation.Texts;
import io.parcours.language.Language;
import io.parcours.prompt.SpokenText.State;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the operator in force has recorded to be said by telephone, and what is still to be recorded. */
@Component
public class RecordedPrompts {

    private static final Duration REMOVED_KEPT = Duration.ofDays(1);

    private final PromptRepository repository;
    private final Texts texts;
    private final ObjectProvider<Voices> voices;
    private final Clock clock;

    RecordedPrompts(PromptRepository repository, Texts texts, ObjectProvider<Voices> voices, Clock clock) {
        this.repository = repository;
        this.texts = texts;
        this.voices = voices;
        this.clock = clock;
    }

    /** Every text that may be said, in the order of its code. */
    @Transactional(readOnly = true)
    public List<SpokenText> texts() {
        Set<String> recorded = repository.all().stream()
                .map(recording -> name(recording.code(), recording.language()))
                .collect(Collectors.toSet());
        return texts.spoken().stream().map(code -> text(code, recorded)).toList();
    }

    /** Those of these codes that are recorded, in all languages. */
    @Transactional(readOnly = true)
    public List<Recording> recorded(Collection<String> codes) {
        return repository.of(codes);
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> audio(String code, Language language) {
        return repository.audio(code, language);
    }

    /**
     * Keeps the sound in place of one that was there.
     *
     * @param wav a WAV file as it was uploaded
     * @throws PromptRefused where it cannot be played to a caller
     * @throws IllegalArgumentException where there is no such text
     */
    @Transactional
    public Recording keep(String code, Language language, byte[] wav, String by) throws PromptRefused {
        if (!texts.spoken().contains(code)) {
            throw new IllegalArgumentException("There is no text with the code " + code);
        }
        TelephoneAudio audio = TelephoneAudio.of(wav);
        Recording recording = new Recording(code, language, digest(audio.wav()), audio.millis(), by, clock.instant());
        repository.put(recording, audio.wav());
        return recording;
    }

    /** @return whether there was one; for a day it can be restored */
    @Transactional
    public boolean remove(String code, Language language) {
        repository.forgetRemovedBefore(clock.instant().minus(REMOVED_KEPT));
        return repository.remove(code, language, clock.instant());
    }

    /** @return whether there is one again */
    @Transactional
    public boolean restore(String code, Language language) {
        return repository.restore(code, language);
    }

    private SpokenText text(String code, Set<String> recorded) {
        Map<Language, State> states = new EnumMap<>(Language.class);
        Optional<Language> only = texts.find(code + ".language", "fr").flatMap(Language::of);
        for (Language language : Language.values()) {
            if (only.isEmpty() || only.get() == language) {
                states.put(language, recorded.contains(name(code, language)) ? State.RECORDED : other(code, language));
            }
        }
        String words = words(code, only.orElse(Language.FRENCH), Language.FRENCH);
        Map<Language, String> translations = new EnumMap<>(Language.class);
        states.keySet().forEach(language -> translations.put(language, words(code, language, language)));
        translations.values().removeIf(words::equals);
        return new SpokenText(code, words, translations, words.contains("{"), states);
    }

    /** Of an answer all that is said before its key. @param label the language of the words in the answer's own place */
    private String words(String code, Language language, Language label) {
        String words = texts.find(code, label.code()).orElse("");
        int dot = code.lastIndexOf('.');
        boolean option = dot > 0 && texts.options(code.substring(0, dot)).contains(code.substring(dot + 1));
        return option ? texts.text("voice.option", language.code(), name -> words) : words;
    }

    private State other(String code, Language language) {
        Voices here = voices.getIfAvailable();
        if (here != null && here.installed(code, language)) {
            return State.INSTALLED;
        }
        return here != null && here.speaks(language) ? State.SPOKEN : State.MISSING;
    }

    private static String name(String code, Language language) {
        return code + "_" + language.code();
    }

    private static String digest(byte[] audio) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(audio));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
