package io.parcours.connector.telephony;

import io.parcours.connector.Discreet;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what it is given one after the other, in the order given, on whatever thread is free. */
final class Serial implements Executor {

    private static final Logger log = LoggerFactory.getLogger(Serial.class);

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Serial(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (waiting) {
            waiting.add(work);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException closing) {
            // The node stops: what is still to be done is found by the next one, which asks the exchange.
        }
    }

    private void work() {
        Runnable next;
        while ((next = next()) != null) {
            try {
                next.run();
            } catch (RuntimeException failure) {
                log.error("A step of a call failed", Discreet.copy(failure));
            }
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Runnable next = waiting.poll();
            running = next != null;
            return next;
        }
    }
}
