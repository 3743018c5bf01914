package io.parcours.bench;

/** One contender: takes what subscribers write, and lets somebody of the back office solve the next case. */
interface ComplaintSide {

    String name();

    /** The database that it works on. */
    String database();

    /** Returns after the commit, as a connector needs it to acknowledge the sender. */
    void receives(String msisdn, String text);

    /** Claims the next case of the back office's queues and solves it. */
    void solvesNext(String agent);

    /** Returns once so many messages have left since the last call, and their steps are committed. */
    void awaitSends(int sends);

    /** How many journeys have not come to their end. */
    int open();
}
