package io.parcours.conversation;

/** How a question went. */
public enum AnswerState {
    UNDERSTOOD,
    /** Not understood: the model asks again. */
    AGAIN,
    /** Not understood, and asked often enough. */
    EXHAUSTED,
    /** The customer has no address to write to: nothing was asked. */
    UNREACHABLE
}
