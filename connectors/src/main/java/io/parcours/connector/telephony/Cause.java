package io.parcours.connector.telephony;

/** Causes of Q.850 that we give ourselves. */
final class Cause {

    static final int NORMAL = 16;
    static final int CONGESTION = 42;

    private Cause() {}
}
