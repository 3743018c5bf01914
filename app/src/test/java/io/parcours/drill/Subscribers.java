package io.parcours.drill;

import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * People with telephones at the simulated message centre. Each follows a script; what they wrote and what they were shown is
 * the drill's witness.
 */
final class Subscribers {

    /** What somebody does, and where their complaint is in the end. */
    enum Script {
        /** Answers every question. */
        TALKATIVE("1", "1", null),
        /** Never says what it is about. */
        SILENT(null, null, "askMotive"),
        /** Has trouble with the network, on which nobody works during a drill. */
        PATIENT("2", null, "solveComplaint"),
        /** Never says whether the problem is solved. */
        GONE("1", null, "askOutcome");

        private final String motive;
        private final String outcome;
        private final String waitsAt;

        Script(String motive, String outcome, String waitsAt) {
            this.motive = motive;
            this.outcome = outcome;
            this.waitsAt = waitsAt;
        }

        /** The element of the model at which the complaint waits for somebody; null where it ends. */
        String waitsAt() {
            return waitsAt;
        }

        static Script ofNumber(int number) {
            return switch (number % 10) {
                case 3 -> SILENT;
                case 5 -> PATIENT;
                case 7 -> GONE;
                default -> TALKATIVE;
            };
        }
    }

    private final SmscSimulator smsc;
    private final String systemId;
    private final String range;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    /** @param range the first digits of everybody's number, such as {@code +22997} */
    Subscribers(SmscSimulator smsc, String systemId, String range) {
        this.smsc = smsc;
        this.systemId = systemId;
        this.range = range;
    }

    /** One person: the script, the texts written and those shown, in their order. */
    record Person(String msisdn, Script script, List<String> written, List<String> shown) {}

    /** The person of this number writes a complaint. */
    void complains(int number) {
        complains(number, Script.ofNumber(number));
    }

    void complains(int number, Script script) {
        String msisdn = range + "%06d".formatted(number);
        Person person = new Person(msisdn, script, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        people.put(msisdn, person);
        writes(person, "Bonjour, j'ai un problème, le numéro " + number);
    }

    Collection<Person> all() {
        return people.values();
    }

    /** To be told of every text at the message centre. */
    void see(SimulatedSms text) {
        Person person = people.get(text.msisdn());
        if (person == null || text.fromSubscriber()) {
            return;
        }
        boolean copy = person.shown().contains(text.text());
        person.shown().add(text.text());
        if (!copy) {
            answer(person, text.text());
        }
    }

    private void answer(Person person, String text) {
        if (text.contains("votre réclamation concerne") && person.script().motive != null) {
            writes(person, person.script().motive);
        } else if (text.contains("résolu ?") && person.script().outcome != null) {
            writes(person, person.script().outcome);
        }
    }

    private void writes(Person person, String text) {
        person.written().add(text);
        smsc.write(systemId, person.msisdn(), text);
    }
}
