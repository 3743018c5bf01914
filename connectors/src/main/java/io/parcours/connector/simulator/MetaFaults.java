package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** How a simulated service of Meta's behaves beside what all providers do. Down it answers 503; what it tells twice goes at once. */
public abstract sealed class MetaFaults extends WebFaults permits WhatsAppFaults, MessengerFaults {

    private final Deque<GraphError> nextAnswers = new ConcurrentLinkedDeque<>();
    volatile Duration statusPause = Duration.ofMillis(400);
    volatile boolean readsAlways;
    volatile int batch = 1;

    MetaFaults() {}

    /** The next messages are refused, before anybody looks at them. */
    public void answerNext(int messages, int httpStatus, int code) {
        answerNext(messages, httpStatus, code, null);
    }

    /** @param subcode null for none */
    public void answerNext(int messages, int httpStatus, int code, Integer subcode) {
        for (int i = 0; i < messages; i++) {
            nextAnswers.add(GraphError.told(httpStatus, code, subcode));
        }
    }

    /** @param each the pause before each of sent, delivered and read, of which the last comes first where things are shuffled */
    public void statusesAfter(Duration each) {
        statusPause = each;
    }

    /** Subscribers read what they get, whether or not their handset was opened. */
    public void readAlways(boolean always) {
        readsAlways = always;
    }

    /** @param most how many messages and statuses one POST may carry */
    public void batch(int most) {
        batch = Math.max(1, most);
    }

    Optional<GraphError> nextAnswer() {
        return Optional.ofNullable(nextAnswers.poll());
    }
}
