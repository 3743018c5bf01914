package io.parcours.connector.sms;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets the messages of one sender through one at a time, in the order in which they came over the wire: jSMPP hands
 * them to several threads, which would overtake each other.
 */
final class Turnstile {

    private final Duration longestWait;
    private final Map<String, Deque<Integer>> queues = new HashMap<>();

    Turnstile(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** To be called in the order of the wire. */
    synchronized void arrive(String sender, int sequence) {
        queues.computeIfAbsent(key(sender), first -> new ArrayDeque<>()).addLast(sequence);
    }

    /** Waits for the sender's earlier messages; not for ever, since one of them may never have been handed on. */
    synchronized void enter(String sender, int sequence) {
        Deque<Integer> queue = queues.get(key(sender));
        long deadline = System.nanoTime() + longestWait.toNanos();
        while (queue != null && queue.contains(sequence) && queue.getFirst() != sequence) {
            if (!waited(deadline)) {
                queue.removeFirst();
            }
        }
    }

    synchronized void leave(String sender, int sequence) {
        queues.computeIfPresent(key(sender), (same, queue) -> {
            queue.removeFirstOccurrence(sequence);
            return queue.isEmpty() ? null : queue;
        });
        notifyAll();
    }

    private boolean waited(long deadline) {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        try {
            if (left > 0) {
                wait(left);
            }
            return left > 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String key(String sender) {
        return String.valueOf(sender);
    }
}
