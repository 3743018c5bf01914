package io.parcours.drill;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** People who complain about a bill by telephone: they speak French, answer whenever they are asked, and hang up when they have their number. */
final class Callers {

    private static final List<String> QUESTIONS = List.of("tapez 3", "votre réclamation concerne");
    private static final String NUMBER = "est enregistrée sous le numéro";

    private final ExchangeSimulator exchange;
    private final String range;
    private final List<Caller> people = new ArrayList<>();

    /** @param range the first digits of everybody's number */
    Callers(ExchangeSimulator exchange, String range) {
        this.exchange = exchange;
        this.range = range;
    }

    /** One of them, and how many of the prompts were answered or let pass. */
    private static final class Caller {
        private final String number;
        private final CallerHandset telephone;
        private int listened;
        private boolean told;

        private Caller(String number, CallerHandset telephone) {
            this.number = number;
            this.telephone = telephone;
        }

        void look() {
            List<Heard> heard = telephone.heard();
            while (telephone.state() == State.TALKING && listened < heard.size()) {
                String text = heard.get(listened++).text();
                if (text.contains(NUMBER)) {
                    told = true;
                    telephone.hangUp();
                } else if (QUESTIONS.stream().anyMatch(text::contains)) {
                    telephone.press("1");
                }
            }
        }

        boolean holds() {
            return telephone.state() != State.IDLE;
        }
    }

    /** Somebody more calls. */
    void call(String dialled) {
        String number = range + "%03d".formatted(people.size());
        CallerHandset telephone = exchange.handset(number);
        if (!telephone.call(dialled)) {
            throw new IllegalStateException("Nobody takes calls");
        }
        people.add(new Caller(number, telephone));
    }

    /** Everybody answers what they hear. */
    void look() {
        people.forEach(Caller::look);
    }

    /** Every n-th of those who were spoken to gives up. @return how many */
    int giveUp(int n) {
        List<Caller> spokenTo = people.stream()
                .filter(person -> person.holds() && !person.telephone.heard().isEmpty())
                .toList();
        int left = 0;
        for (int i = n - 1; i < spokenTo.size(); i += n) {
            spokenTo.get(i).telephone.hangUp();
            left++;
        }
        return left;
    }

    int inACall() {
        return holding().size();
    }

    /** Those in a call, with what they heard. */
    List<String> holding() {
        return people.stream()
                .filter(Caller::holds)
                .map(person -> person.number + ": " + heard(person.number) + " "
                        + exchange.events().stream()
                                .filter(event -> person.number.equals(event.subscriber()))
                                .toList())
                .toList();
    }

    /** How many prompts all of them have heard the beginning of. */
    int prompts() {
        return people.stream()
                .mapToInt(person -> person.telephone.heard().size())
                .sum();
    }

    List<String> numbers() {
        return people.stream().map(person -> person.number).toList();
    }

    /** Those who were told their case number before they hung up. */
    List<String> told() {
        return people.stream()
                .filter(person -> person.told)
                .map(person -> person.number)
                .toList();
    }

    /** What somebody heard in the call, as one text. */
    String heard(String number) {
        return people.stream()
                .filter(person -> person.number.equals(number))
                .flatMap(person -> person.telephone.heard().stream())
                .map(Heard::text)
                .collect(Collectors.joining(" | "));
    }
}
