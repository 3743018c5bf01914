package io.parcours.connector.simulator;

import io.parcours.connector.simulator.TelegramBubble.Button;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One person's conversation with one bot: the last 500 messages, and what both may do. */
final class TelegramThread {

    private static final int KEPT = 500;

    private final TelegramPerson person;
    private final Deque<TelegramBubble> bubbles = new ArrayDeque<>();
    private final Set<String> waiting = new HashSet<>();
    private String contactButton = "";
    private boolean begun;
    private boolean blocked;

    TelegramThread(TelegramPerson person) {
        this.person = person;
    }

    TelegramPerson person() {
        return person;
    }

    synchronized void begin() {
        begun = true;
    }

    /** Whether the person ever came to the bot: before, it may not speak. */
    synchronized boolean begun() {
        return begun;
    }

    synchronized void block(boolean now) {
        blocked = now;
    }

    synchronized boolean blocked() {
        return blocked;
    }

    synchronized void add(TelegramBubble bubble) {
        bubbles.addLast(bubble);
        if (bubbles.size() > KEPT) {
            bubbles.removeFirst();
        }
    }

    synchronized List<TelegramBubble> bubbles() {
        return List.copyOf(bubbles);
    }

    synchronized Optional<TelegramBubble> find(long id) {
        return bubbles.stream().filter(bubble -> bubble.id() == id).findFirst();
    }

    void taken(long id) {
        change(id, TelegramBubble::gotThrough);
    }

    void edit(long id, String text) {
        change(id, bubble -> bubble.with(text));
    }

    void keyboard(long id, List<List<Button>> keyboard) {
        change(id, bubble -> bubble.with(keyboard));
    }

    /** The button by which the person shares their number, below the field to write in. @param label empty for none */
    synchronized void contactButton(String label) {
        contactButton = label;
    }

    synchronized String contactButton() {
        return contactButton;
    }

    /** A button was pressed, and shows that it waits. */
    synchronized void waits(String callback) {
        waiting.add(callback);
    }

    /** @return whether it waited */
    synchronized boolean released(String callback) {
        return waiting.remove(callback);
    }

    synchronized boolean waits() {
        return !waiting.isEmpty();
    }

    private synchronized void change(long id, UnaryOperator<TelegramBubble> change) {
        List<TelegramBubble> changed = bubbles.stream()
                .map(bubble -> bubble.id() == id ? change.apply(bubble) : bubble)
                .toList();
        bubbles.clear();
        bubbles.addAll(changed);
    }
}
