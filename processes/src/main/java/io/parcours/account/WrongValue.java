package io.parcours.account;

import io.parcours.conversation.Problem;

/** What an account was told cannot be; its message is in English and repeats no secret. */
public class WrongValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final String field;

    public WrongValue(Problem problem) {
        this("", problem);
    }

    /** @param whose what the log's sentence begins with, such as {@code Not a WhatsApp account: } */
    public WrongValue(String whose, Problem problem) {
        this(whose, problem, null);
    }

    /** @param field the name of the one field that is wrong; null where it is not one alone */
    public WrongValue(String whose, Problem problem, String field) {
        super(whose + problem);
        this.problem = problem;
        this.field = field;
    }

    /** In words for the screen. */
    public Problem problem() {
        return problem;
    }

    String field() {
        return field;
    }
}
