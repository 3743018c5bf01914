package io.parcours.decisions;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names the journey that a message starts, mostly when none was waiting for it (decision {@value #DECISION}). */
public final class InboundRouting {

    public static final String DECISION = "inbound-routing";

    private final DecisionEvaluator decisions;

    public InboundRouting(DecisionEvaluator decisions) {
        this.decisions = decisions;
    }

    /**
     * Where an operator's own version says nothing for a message, or several things, a person places it: a message that nobody takes
     * would be told again for ever, and the next ones with it.
     */
    public Route decide(Arrival arrival) {
        List<Map<String, Object>> rows = decisions.evaluate(DECISION, arrival.inputs());
        if (rows.size() == 1 && rows.get(0).get("journey") instanceof String journey && !journey.isBlank()) {
            return new Route(journey, Boolean.TRUE.equals(rows.get(0).get("interrupts")));
        }
        return new Route(Route.UNROUTED, false);
    }

    /**
     * A message as the decision sees it.
     *
     * @param channel code of the channel, such as sms
     * @param account the operator's account on that channel
     * @param firstWord first word of the text in capitals without accents; empty when there is none
     * @param words how many the text has
     * @param knownCustomer false for somebody never seen before
     */
    public record Arrival(String channel, String account, String firstWord, int words, boolean knownCustomer) {

        public Arrival {
            firstWord = firstWord == null ? "" : firstWord;
        }

        /** An arrival with the words that the customer wrote. */
        public static Arrival ofText(String channel, String account, String text, boolean knownCustomer) {
            String plain = plain(text);
            String[] words = plain.split(" ");
            return new Arrival(
                    channel,
                    account,
                    words[0].toUpperCase(Locale.ROOT),
                    plain.isEmpty() ? 0 : words.length,
                    knownCustomer);
        }

        /** The variables that the decision reads. */
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("channel", channel);
            inputs.put("account", account);
            inputs.put("firstWord", firstWord);
            inputs.put("words", words);
            inputs.put("knownCustomer", knownCustomer);
            return inputs;
        }

        private static String plain(String text) {
            return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
        }
    }

    /**
     * Where the message goes.
     *
     * @param journey process id of the journey to start, or {@value #UNROUTED}
     * @param interrupts whether it starts even where a case waits for an answer on the conversation, which goes on waiting
     */
    public record Route(String journey, boolean interrupts) {

        public static final String UNROUTED = "unrouted";

        /** Whether no journey starts and the message goes to the queue of those that people place. */
        public boolean unrouted() {
            return UNROUTED.equals(journey);
        }
    }
}
