package io.parcours.conversation;

/**
 * One of the answers that a question offers.
 *
 * @param id what a channel with buttons gives back when it is touched; it names its question too, so that a button of an
 *     earlier question is never taken for an answer to this one
 * @param label what the subscriber reads
 */
public record Choice(String id, String label) {

    static Choice of(String question, Question.Option option) {
        return new Choice(question + "#" + option.value(), option.label());
    }
}
