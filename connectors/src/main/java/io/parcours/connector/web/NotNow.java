package io.parcours.connector.web;

import io.parcours.conversation.Problem;

/** The provider answered, but not what it thinks of the account: it is asked again soon. */
public final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public NotNow(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
