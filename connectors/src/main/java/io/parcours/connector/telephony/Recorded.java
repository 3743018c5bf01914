package io.parcours.connector.telephony;

import io.parcours.prompt.Recording;
import java.util.Collection;
import java.util.List;

/** The recordings that operators made. */
interface Recorded {

    /** Those of these codes, in all languages. */
    List<Recording> of(String tenant, Collection<String> codes);

    /** @return 16 bit, 8 kHz, one channel; null where it was removed meanwhile */
    byte[] audio(String tenant, Recording recording);
}
