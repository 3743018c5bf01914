package io.parcours.decisions;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names the journey that a message starts when none was waiting for it (decision {@value #DECISION}). */
public final class InboundRouting {

    public static final String DECISION = "inbound-routing";

    private final DecisionEvaluator decisions;

    public InboundRouting(DecisionEvaluator decisions) {
        this.decisions = decisions;
    }

    public Route decide(Arrival arrival) {
        return new Route(
                DecisionRow.single(decisions, DECISION, arrival.inputs()).text("journey"));
    }

    /**
     * A message as the decision sees it.
     *
     * @param channel code of the channel, such as sms
     * @param account the operator's account on that channel
     * @param firstWord first word of the text in capitals without accents; empty when there is none
     * @param knownCustomer false for somebody never seen before
     */
    public record Arrival(String channel, String account, String firstWord, boolean knownCustomer) {

        public Arrival {
            firstWord = firstWord == null ? "" : firstWord;
        }

        /** An arrival whose first word is taken from the text as the customer wrote it. */
        public static Arrival ofText(String channel, String account, String text, boolean knownCustomer) {
            return new Arrival(channel, account, firstWordOf(text), knownCustomer);
        }

        /** The variables that the decision reads. */
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("channel", channel);
            inputs.put("account", account);
            inputs.put("firstWord", firstWord);
            inputs.put("knownCustomer", knownCustomer);
            return inputs;
        }

        private static String firstWordOf(String text) {
            String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
            return plain.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        }
    }

    /**
     * Where the message goes.
     *
     * @param journey process id of the journey to start, or {@value #UNROUTED}
     */
    public record Route(String journey) {

        public static final String UNROUTED = "unrouted";

        /** Whether no journey starts and the message goes to the queue of those that people place. */
        public boolean unrouted() {
            return UNROUTED.equals(journey);
        }
    }
}
