package io.parcours.account;

import io.parcours.conversation.Problem;

/** What an account was told cannot be; its message is in English and repeats no secret. */
public class WrongValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public WrongValue(Problem problem) {
        this("", problem);
    }

    /** @param whose what the log's sentence begins with, such as {@code Not a WhatsApp account: } */
    public WrongValue(String whose, Problem problem) {
        super(whose + problem);
        this.problem = problem;
    }

    /** In words for the screen. */
    public Problem problem() {
        return problem;
    }
}
