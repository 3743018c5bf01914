package io.parcours.complaint;

/** What a complaint is about (requirement 4.5). */
public enum ComplaintType {
    TECHNICAL,
    FINANCIAL,
    RELATIONAL
}
