package io.parcours.connector.telephony;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something to be said in a call.
 *
 * @param id by which receipts name it, and its playback at the exchange
 * @param code of the text, by which a recording is found; null where it has none
 * @param language in which it is spoken
 * @param choices one for each key, from 1
 * @param own whether the channel itself says it, so that nobody waits for a receipt
 * @param patience how long a caller may think before the first key; the account's where empty
 */
record Utterance(
        String id,
        String code,
        String language,
        String text,
        List<Choice> choices,
        Expectation expects,
        boolean own,
        Optional<Duration> patience) {

    /** Answered within the account's patience. */
    Utterance(
            String id,
            String code,
            String language,
            String text,
            List<Choice> choices,
            Expectation expects,
            boolean own) {
        this(id, code, language, text, choices, expects, own, Optional.empty());
    }

    static Utterance of(OutboundMessage message, String language) {
        return new Utterance(
                idOf(message), message.code(), language, message.text(), message.choices(), message.expects(), false);
    }

    /** @param patience the question's own */
    Utterance within(Optional<Duration> patience) {
        return new Utterance(id, code, language, text, choices, expects, own, patience);
    }

    Utterance with(List<Choice> others) {
        return new Utterance(id, code, language, text, others, expects, own, patience);
    }

    /** Of the message's own id: a repetition of a doubtful send is the same utterance. */
    static String idOf(OutboundMessage message) {
        return "parcours-" + message.id();
    }

    boolean asks() {
        return expects.byKeys();
    }
}
