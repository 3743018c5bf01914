package io.parcours.operatordata;

/** What became of a look-up or an act, as a model sees it. */
public enum OperatorDataState {
    /** Looked up: the values are there. */
    AVAILABLE,
    /** Done, once. */
    DONE,
    /** The system knows nothing of it. */
    NOT_FOUND,
    /** The system does not answer; nothing happened there. */
    NOT_AVAILABLE,
    /** The system, or the check before it, said no. */
    REFUSED,
    /** It was told and did not answer: it may or may not have been done. */
    UNKNOWN
}
