package io.parcours.engine;

/** How a journey's <em>ask</em> speaks with the subscriber; the conversation brings it. */
public interface Dialogue {

    /** Sends the question; sending it twice for one {@link StepContext#attempt()} sends it once. */
    void ask(StepContext step);

    /**
     * Takes the oldest message that nobody has read yet as the answer, if there is one, and sets the answer's variables.
     * Locks the conversation, so that a message that is just arriving is either seen here or finds the journey waiting.
     */
    boolean takeAnswer(StepContext step);
}
