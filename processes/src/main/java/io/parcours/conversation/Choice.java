package io.parcours.conversation;

/**
 * One of the answers that a question offers.
 *
 * @param id what a channel with buttons gives back when it is touched; it names its question too, so that a button of an
 *     earlier question is never taken for an answer to this one
 * @param label what the subscriber reads
 * @param language in which the label is, as with a choice of languages; null for the question's own
 */
public record Choice(String id, String label, String language) {

    public Choice(String id, String label) {
        this(id, label, null);
    }

    static Choice of(String question, Question.Option option) {
        return new Choice(question + "#" + option.value(), option.label(), option.language());
    }
}
