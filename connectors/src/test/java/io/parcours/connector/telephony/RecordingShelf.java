package io.parcours.connector.telephony;

import io.parcours.language.Language;
import io.parcours.prompt.Recording;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recordings of one operator, as the database would give them. */
final class RecordingShelf implements Recorded {

    private final Map<Recording, byte[]> sounds = new HashMap<>();

    /** In place of one that was there. */
    void put(String code, Language language, byte[] sound) {
        remove(code, language);
        String digest = "digest-" + java.util.Arrays.hashCode(sound);
        sounds.put(new Recording(code, language, digest, 1_000, "awa", Instant.EPOCH), sound);
    }

    void remove(String code, Language language) {
        sounds.keySet().removeIf(each -> each.code().equals(code) && each.language() == language);
    }

    @Override
    public List<Recording> of(String tenant, Collection<String> codes) {
        return tenant.equals(VoiceTestBed.TENANT)
                ? sounds.keySet().stream()
                        .filter(each -> codes.contains(each.code()))
                        .toList()
                : List.of();
    }

    @Override
    public byte[] audio(String tenant, Recording recording) {
        return sounds.get(recording);
    }
}
