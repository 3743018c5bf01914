package io.parcours.connector.telephony;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a call says beside the texts of the journeys: which key means what. */
final class SpokenWords {

    private SpokenWords() {}

    /** What is said after the text of a question; empty where nothing is. */
    static String keys(Utterance utterance) {
        boolean english = utterance.language().equals("en");
        if (utterance.expects() == Expectation.CHOICE) {
            List<Choice> choices = utterance.choices();
            return IntStream.range(0, choices.size())
                    .mapToObj(i -> choice(choices.get(i).label(), i + 1, english))
                    .collect(Collectors.joining(" "));
        }
        if (!utterance.asks()) {
            return "";
        }
        return english ? "Then press hash." : "Terminez par dièse.";
    }

    /** Said where the journey has nothing to say, before the call ends. */
    static String noted(String language) {
        return language.equals("en")
                ? "We have noted your call. Goodbye."
                : "Nous avons bien noté votre appel. Au revoir.";
    }

    private static String choice(String label, int key, boolean english) {
        return english ? "For " + label + ", press " + key + "." : "Pour " + label + ", tapez " + key + ".";
    }
}
