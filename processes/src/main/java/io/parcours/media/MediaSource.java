package io.parcours.media;

import java.io.IOException;
import java.io.OutputStream;

/** Where a channel's files are fetched that come apart from their messages. Each connector with such files brings one. */
public interface MediaSource {

    /** As stored with messages: {@code whatsapp}, {@code telegram}, … */
    String channel();

    /**
     * Fetches one file, piece by piece, within a bounded time.
     *
     * @param into takes no more than is borne, and throws {@link NotFetched} beyond that
     * @return what the provider says of the file
     * @throws NotFetched where the provider has no such file, or it may not be fetched from there
     * @throws IOException where it could not be fetched now
     */
    Told fetch(Wanted wanted, OutputStream into) throws IOException;

    /**
     * One file at the provider.
     *
     * @param account the tenant's account on the channel by which its message came
     * @param mediaId the provider's id of it, or its address where the provider gives no id
     * @param most how many octets are borne
     */
    record Wanted(String tenant, String account, String mediaId, long most) {

        /** @throws NotFetched where a provider says beforehand that it is larger than what is borne */
        public void announced(long size) {
            if (size > most) {
                throw new NotFetched(NotFetched.Reason.TOO_LARGE, "It has " + size + " octets, " + most + " are borne");
            }
        }
    }

    /**
     * The provider's word.
     *
     * @param type null where it says none
     * @param sha256 in hexadecimal; null where it says none
     */
    record Told(String type, String sha256) {

        public static final Told NOTHING = new Told(null, null);
    }
}
