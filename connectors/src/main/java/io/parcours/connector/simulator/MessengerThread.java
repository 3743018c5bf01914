package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MessengerBubble.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One person's conversation with one page: the last 500 messages, and what both may do. */
final class MessengerThread {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int KEPT = 500;

    private final String psid;
    private final Deque<MessengerBubble> bubbles = new ArrayDeque<>();
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
        return wrote != null && wrote.plus(WINDOW).isAfter(Instant.now());
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

    synchronized void add(MessengerBubble bubble) {
        bubbles.addLast(bubble);
        if (bubbles.size() > KEPT) {
            bubbles.removeFirst();
        }
    }

    synchronized List<MessengerBubble> bubbles() {
        return List.copyOf(bubbles);
    }

    synchronized Optional<MessengerBubble> find(String id) {
        return bubbles.stream().filter(bubble -> bubble.id().equals(id)).findFirst();
    }

    /** @return false where it is known to have got that far already */
    synchronized boolean advance(String id, State to) {
        boolean news = find(id).map(bubble -> bubble.state().compareTo(to) < 0).orElse(true);
        if (news) {
            change(id, bubble -> bubble.in(to));
        }
        return news;
    }

    synchronized void react(String id, String emoji) {
        change(id, bubble -> bubble.with(emoji));
    }

    /** What the page said and the person has not read yet. */
    synchronized List<MessengerBubble> unread() {
        return bubbles.stream()
                .filter(bubble -> !bubble.fromSubscriber() && bubble.state() == State.DELIVERED)
                .toList();
    }

    private void change(String id, UnaryOperator<MessengerBubble> change) {
        List<MessengerBubble> changed = bubbles.stream()
                .map(bubble -> bubble.id().equals(id) ? change.apply(bubble) : bubble)
                .toList();
        bubbles.clear();
        bubbles.addAll(changed);
    }
}
