package io.parcours.connector.simulator;

import io.parcours.connector.simulator.Phones.Person;
import io.parcours.connector.simulator.WhatsAppBubble.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What handsets show: the last 2,000 messages. */
final class Bubbles {

    private static final int KEPT = 2_000;

    private final Map<String, WhatsAppBubble> bubbles = new LinkedHashMap<>();

    synchronized void add(
            String id, String phoneNumberId, Person person, boolean written, WhatsAppContent content, String replyTo) {
        String key = person.subscriber().key();
        bubbles.put(
                id,
                new WhatsAppBubble(
                        id, Instant.now(), phoneNumberId, key, written, content, replyTo, "", State.WAITING));
        if (bubbles.size() > KEPT) {
            bubbles.remove(bubbles.keySet().iterator().next());
        }
    }

    /** @return false where it is known to have got that far already */
    synchronized boolean advance(String id, State to) {
        WhatsAppBubble bubble = bubbles.get(id);
        if (bubble != null && bubble.state().compareTo(to) >= 0) {
            return false;
        }
        bubbles.computeIfPresent(id, (same, before) -> before.in(to));
        return true;
    }

    synchronized void react(String id, String emoji) {
        bubbles.computeIfPresent(id, (same, bubble) -> bubble.with(emoji));
    }

    synchronized Optional<WhatsAppBubble> find(String id) {
        return Optional.ofNullable(bubbles.get(id));
    }

    synchronized List<WhatsAppBubble> conversation(String phoneNumberId, Person person) {
        return bubbles.values().stream()
                .filter(bubble -> bubble.phoneNumberId().equals(phoneNumberId) && person.is(bubble.subscriber()))
                .toList();
    }
}
