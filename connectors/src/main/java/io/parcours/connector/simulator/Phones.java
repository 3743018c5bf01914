package io.parcours.connector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is on the simulated WhatsApp, by number and by user id, and what their handsets are doing. */
final class Phones {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Map<String, Person> persons = new ConcurrentHashMap<>();

    /** One subscriber; numbers and ids become known as they are seen. */
    static final class Person {

        private final Map<String, Instant> wrote = new ConcurrentHashMap<>();
        private final Set<String> onScreen = ConcurrentHashMap.newKeySet();
        private volatile Subscriber subscriber;
        volatile boolean absent;

        private Person(Subscriber subscriber) {
            this.subscriber = subscriber;
        }

        Subscriber subscriber() {
            return subscriber;
        }

        void writes(String phoneNumberId) {
            wrote.put(phoneNumberId, Instant.now());
        }

        /** Whether the business may say what it likes. */
        boolean windowOpen(String phoneNumberId) {
            Instant last = wrote.get(phoneNumberId);
            return last != null && last.plus(WINDOW).isAfter(Instant.now());
        }

        void looks(String phoneNumberId, boolean open) {
            if (open) {
                onScreen.add(phoneNumberId);
            } else {
                onScreen.remove(phoneNumberId);
            }
        }

        boolean looks(String phoneNumberId) {
            return onScreen.contains(phoneNumberId);
        }

        void age(Duration by) {
            wrote.replaceAll((number, last) -> last.minus(by));
        }

        boolean is(String key) {
            return key.equals(subscriber.waId()) || key.equals(subscriber.userId());
        }

        private synchronized void learn(Subscriber seen) {
            subscriber = new Subscriber(
                    seen.waId() == null ? subscriber.waId() : seen.waId(),
                    seen.userId() == null ? subscriber.userId() : seen.userId(),
                    seen.name() == null ? subscriber.name() : seen.name());
        }
    }

    synchronized Person of(Subscriber seen) {
        Person known = seen.waId() == null ? null : persons.get(seen.waId());
        if (known == null && seen.userId() != null) {
            known = persons.get(seen.userId());
        }
        Person person = known == null ? new Person(seen) : known;
        person.learn(seen);
        if (seen.waId() != null) {
            persons.put(seen.waId(), person);
        }
        if (seen.userId() != null) {
            persons.put(seen.userId(), person);
        }
        return person;
    }
}
