package io.parcours.connector.simulator;

import io.parcours.connector.simulator.TelegramBubble.Button;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person's conversation with one bot: the last 500 messages, and what both may do. */
final class TelegramThread {

    private final TelegramPerson person;
    private final LastMessages<Long, TelegramBubble> bubbles = new LastMessages<>(TelegramBubble::id);
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

    void add(TelegramBubble bubble) {
        bubbles.add(bubble);
    }

    List<TelegramBubble> bubbles() {
        return bubbles.all();
    }

    Optional<TelegramBubble> find(long id) {
        return bubbles.find(id);
    }

    void taken(long id) {
        bubbles.change(id, TelegramBubble::gotThrough);
    }

    void edit(long id, String text) {
        bubbles.change(id, bubble -> bubble.with(text));
    }

    void keyboard(long id, List<List<Button>> keyboard) {
        bubbles.change(id, bubble -> bubble.with(keyboard));
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
}
