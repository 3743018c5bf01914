package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MessengerBubble.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One person's conversation with one page: the last 500 messages, and what both may do. */
final class MessengerThread {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration PERSONS_WINDOW = Duration.ofDays(7);

    private final String psid;
    private final LastMessages<String, MessengerBubble> bubbles = new LastMessages<>(MessengerBubble::id);
    private Instant wrote;
    private boolean open;
    private boolean blocked;

    MessengerThread(String psid) {
        this.psid = psid;
    }

    String psid() {
        return psid;
    }

    synchronized void writes() {
        wrote = Instant.now();
    }

    /** Whether the person ever came to the page. */
    synchronized boolean begun() {
        return wrote != null;
    }

    /** Whether the page may say what it likes. */
    synchronized boolean windowOpen() {
        return within(WINDOW);
    }

    /** Whether somebody at the page may still answer by their own hand. */
    synchronized boolean answerable() {
        return within(PERSONS_WINDOW);
    }

    private boolean within(Duration window) {
        return wrote != null && wrote.plus(window).isAfter(Instant.now());
    }

    synchronized void age(Duration by) {
        wrote = wrote == null ? null : wrote.minus(by);
    }

    synchronized void looks(boolean looking) {
        open = looking;
    }

    synchronized boolean looks() {
        return open;
    }

    synchronized void block(boolean now) {
        blocked = now;
    }

    synchronized boolean blocked() {
        return blocked;
    }

    void add(MessengerBubble bubble) {
        bubbles.add(bubble);
    }

    List<MessengerBubble> bubbles() {
        return bubbles.all();
    }

    Optional<MessengerBubble> find(String id) {
        return bubbles.find(id);
    }

    /** @return false where it is known to have got that far already */
    synchronized boolean advance(String id, State to) {
        boolean news = find(id).map(bubble -> bubble.state().compareTo(to) < 0).orElse(true);
        if (news) {
            bubbles.change(id, bubble -> bubble.in(to));
        }
        return news;
    }

    synchronized void react(String id, String emoji) {
        bubbles.change(id, bubble -> bubble.with(emoji));
    }

    /** What the page said and the person has not read yet. */
    synchronized List<MessengerBubble> unread() {
        return bubbles.all().stream()
                .filter(bubble -> !bubble.fromSubscriber() && bubble.state() == State.DELIVERED)
                .toList();
    }
}
