package io.parcours.complaint;

/** Where a complaint stands for the customer (requirement 4.5). */
public enum ComplaintStatus {
    OPEN,
    /** Somebody has it on their desk. */
    IN_PROGRESS,
    PROCESSED,
    CLOSED_WITHOUT_SOLUTION
}
