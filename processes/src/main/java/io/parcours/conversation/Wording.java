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
 * @param resendUnknown whether it is sent again where it may have left; else it is held
 * @param onlyHere whether it means nothing on another channel, as a caller's language does where people write
 * @param byPerson whether it carries what a person wrote to this customer just now
 * @param fileId of what goes with it; null for nothing
 */
record Wording(
        String code,
        Function<String, String> on,
        List<Choice> choices,
        Expectation expects,
        String purpose,
        Template template,
        boolean resendUnknown,
        boolean onlyHere,
        boolean byPerson,
        UUID fileId) {

    Wording {
        choices = List.copyOf(choices);
    }

    /** Without a file, and on whatever channel. */
    Wording(
            String code,
            Function<String, String> on,
            List<Choice> choices,
            Expectation expects,
            String purpose,
            Template template,
            boolean resendUnknown) {
        this(code, on, choices, expects, purpose, template, resendUnknown, false, false, null);
    }

    /** The same, for the conversation where the case is now and for no other. */
    Wording here() {
        return new Wording(code, on, choices, expects, purpose, template, resendUnknown, true, byPerson, fileId);
    }

    /** The same, with what a person wrote to this customer in it. */
    Wording fromPerson() {
        return new Wording(code, on, choices, expects, purpose, template, resendUnknown, onlyHere, true, fileId);
    }

    /**
     * The same with a file.
     *
     * @param file null for none
     * @param where what the text says of it on a channel, by the channel's name
     */
    Wording enclosing(UUID file, Function<String, String> where) {
        return new Wording(
                code,
                channel -> on.apply(channel) + where.apply(channel),
                choices,
                expects,
                purpose,
                template,
                resendUnknown,
                onlyHere,
                byPerson,
                file);
    }
}
