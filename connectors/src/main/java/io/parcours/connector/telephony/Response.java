package io.parcours.connector.telephony;

import java.time.Duration;

/** Measures how long a caller who pressed the last key of an answer waits for the next prompt. */
final class Response {

    private final VoiceAccount account;
    private final VoiceMeters meters;
    private String answered;
    private long keysCompleteAt;
    private boolean waiting;

    Response(VoiceAccount account, VoiceMeters meters) {
        this.account = account;
        this.meters = meters;
    }

    /** @param utterance what was answered: its playbacks' ids begin with it */
    void keysComplete(String utterance) {
        answered = utterance;
        keysCompleteAt = System.nanoTime();
        waiting = true;
    }

    /** A last piece of what was answered may still be said to have begun, when the key had come. */
    void promptBegan(String playback) {
        if (waiting && !playback.startsWith(answered)) {
            waiting = false;
            meters.keyToPrompt(account, Duration.ofNanos(System.nanoTime() - keysCompleteAt));
        }
    }
}
