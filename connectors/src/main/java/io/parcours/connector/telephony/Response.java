package io.parcours.connector.telephony;

import java.time.Duration;

/** Measures how long a caller who pressed the last key of an answer waits for the next prompt. */
final class Response {

    private final VoiceAccount account;
    private final VoiceMeters meters;
    private long keysCompleteAt;
    private boolean waiting;

    Response(VoiceAccount account, VoiceMeters meters) {
        this.account = account;
        this.meters = meters;
    }

    void keysComplete() {
        keysCompleteAt = System.nanoTime();
        waiting = true;
    }

    void promptBegan() {
        if (waiting) {
            waiting = false;
            meters.keyToPrompt(account, Duration.ofNanos(System.nanoTime() - keysCompleteAt));
        }
    }
}
