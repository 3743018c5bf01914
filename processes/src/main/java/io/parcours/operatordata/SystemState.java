package io.parcours.operatordata;

import java.time.Duration;
import java.time.Instant;

/**
 * How one of the operator's systems does, on this node since its start.
 *
 * @param kind {@code SQL} or {@code HTTP}
 * @param configured whether the installation brings it; else the operator's administrator set it up
 * @param openSince since when it is left alone because it failed; null while it is asked
 * @param lastError a code of the last failure; null where there was none
 * @param p95 of the last calls that reached it; null before the first
 */
public record SystemState(
        String connection,
        String kind,
        boolean configured,
        Instant openSince,
        String lastError,
        Instant lastErrorAt,
        long calls,
        long failures,
        Duration p95) {

    public boolean works() {
        return openSince == null;
    }
}
