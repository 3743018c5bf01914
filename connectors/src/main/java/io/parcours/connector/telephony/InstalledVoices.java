package io.parcours.connector.telephony;

import io.parcours.language.Language;
import io.parcours.prompt.Voices;

/** What this node can say by itself. */
record InstalledVoices(Speech speech, Recordings recordings) implements Voices {

    @Override
    public boolean speaks(Language language) {
        return speech.speaks(language.code());
    }

    @Override
    public boolean installed(String code, Language language) {
        return recordings.installed(code, language.code()).isPresent();
    }
}
