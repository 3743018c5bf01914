package io.parcours.prompt;

import io.parcours.language.Language;

/** What can be said by telephone on this node without a recording of the operator's. */
public interface Voices {

    /** Whether a machine speaks this language here. */
    boolean speaks(Language language);

    /** Whether the installation itself brings a recording. */
    boolean installed(String code, Language language);
}
