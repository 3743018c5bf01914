package io.parcours.conversation;

import java.util.UUID;

/**
 * The thread with one address on one account.
 *
 * @param language the customer's; French where it is not known
 * @param languageKnown whether it was ever said
 * @param caseNumber the journey that it serves now; null where none does
 * @param journey that journey's process id
 */
record Conversation(
        UUID id,
        UUID customerId,
        String language,
        boolean languageKnown,
        String channel,
        String account,
        String address,
        String caseNumber,
        String journey) {

    /** The same thread, seen from a case that speaks by it. */
    Conversation serving(String otherCase, String otherJourney) {
        return new Conversation(
                id, customerId, language, languageKnown, channel, account, address, otherCase, otherJourney);
    }
}
