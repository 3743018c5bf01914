package io.parcours.ui.supervisor;

/** The queues that supervisors work themselves. */
final class SupervisorQueues {

    static final String APPROVALS = "complaint-approvals";
    static final String ESCALATIONS = "complaint-escalations";

    private SupervisorQueues() {}
}
