package io.parcours.conversation;

/** What became of a customer's wish to go on by another channel. */
public enum ChannelState {
    /** The case speaks there from now on. */
    HERE,
    /** Nobody can be written to there first: a link has left by which the customer comes. */
    INVITED,
    /** The operator has no account there, or the customer cannot be reached: the case stays where it is. */
    UNAVAILABLE
}
