package io.parcours.conversation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is to be said, before it is known by which channel.
 *
 * @param code of the text
 * @param on the text as it reads on a channel, by the channel's name
 * @param choices the answers to choose from; empty for a statement or a free question
 * @param expects what answer it wants
 * @param purpose why it is said
 * @param template what leaves in its place where the channel allows no free text; null where there can be none
 * @param fileId of what goes with it; null for nothing
 * @param resendUnknown whether it is sent again where it may have left; else it is held
 */
record Wording(
        String code,
        Function<String, String> on,
        List<Choice> choices,
        Expectation expects,
        String purpose,
        Template template,
        boolean resendUnknown,
        UUID fileId) {

    Wording {
        choices = List.copyOf(choices);
    }

    /** Without a file. */
    Wording(
            String code,
            Function<String, String> on,
            List<Choice> choices,
            Expectation expects,
            String purpose,
            Template template,
            boolean resendUnknown) {
        this(code, on, choices, expects, purpose, template, resendUnknown, null);
    }
}
