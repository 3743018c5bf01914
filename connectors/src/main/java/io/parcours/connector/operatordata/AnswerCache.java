package io.parcours.connector.operatordata;

import io.parcours.operatordata.OperatorAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers that may be old for a while; the one not asked for the longest goes first. */
final class AnswerCache {

    private final Clock clock;
    private final Map<Question, OperatorAnswer> kept;
    private long changes;

    AnswerCache(int most, Clock clock) {
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, OperatorAnswer> eldest) {
                return size() > most;
            }
        };
    }

    /** @param values as they were read, so that two spellings of one number are one question */
    record Question(String operation, Map<String, Object> values) {

        /** A subscriber's data, which belong in no log. */
        @Override
        public String toString() {
            return "Question[" + operation + "]";
        }
    }

    synchronized Optional<OperatorAnswer> find(Question question, Duration oldest) {
        OperatorAnswer answer = kept.get(question);
        boolean fresh = answer != null && answer.asOf().plus(oldest).isAfter(clock.instant());
        return fresh ? Optional.of(answer) : Optional.empty();
    }

    /** How many changes there were: what is asked now holds until the next one. */
    synchronized long changes() {
        return changes;
    }

    /** @param asked how many changes there were when it was asked: a later one may have made it untrue */
    synchronized void keep(Question question, OperatorAnswer answer, long asked) {
        if (asked == changes) {
            kept.put(question, answer);
        }
    }

    /** After a change nobody knows which answers still hold. */
    synchronized void forget() {
        changes++;
        kept.clear();
    }
}
