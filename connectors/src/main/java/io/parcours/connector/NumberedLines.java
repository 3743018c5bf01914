package io.parcours.connector;

import io.parcours.conversation.Choice;
import io.parcours.conversation.OutboundMessage;

/** A question for whom there are no buttons: its choices as numbered lines after its text. */
public final class NumberedLines {

    private NumberedLines() {}

    public static String of(OutboundMessage message) {
        StringBuilder text = new StringBuilder(message.text().stripTrailing());
        int number = 0;
        for (Choice choice : message.choices()) {
            text.append('\n').append(++number).append(". ").append(choice.label());
        }
        return text.toString();
    }
}
