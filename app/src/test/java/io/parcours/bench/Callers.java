package io.parcours.bench;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.demo.DemoCustomers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who complain by telephone, each for the first time: a key for the language, one that stands for nothing, one for what
 * the complaint is about. Between what they hear and their key lie two to six seconds; who is through is followed by another.
 */
final class Callers {

    private static final String[] KEYS = {"1", "9", "1"};
    private static final int PATIENCE_SECONDS = 30;

    private final ExchangeSimulator exchange;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger waitedInVain = new AtomicInteger();

    Callers(ExchangeSimulator exchange) {
        this.exchange = exchange;
    }

    /** How many calls were given up since nothing was said for half a minute. */
    int waitedInVain() {
        return waitedInVain.get();
    }

    /** @param calls how many at once; all are over when this returns */
    KeyToPrompt press(int calls, int keys) throws Exception {
        KeyToPrompt heard = new KeyToPrompt();
        AtomicInteger left = new AtomicInteger(keys);
        CountDownLatch over = new CountDownLatch(calls);
        try (AutoCloseable listening = exchange.listen(heard)) {
            for (int i = 0; i < calls; i++) {
                Thread line = new Thread(() -> followEachOther(heard, left, over), "caller-" + i);
                line.setDaemon(true);
                line.start();
            }
            over.await();
        }
        return heard;
    }

    private void followEachOther(KeyToPrompt heard, AtomicInteger left, CountDownLatch over) {
        try {
            while (left.getAndAdd(-KEYS.length) > 0) {
                hesitate();
                call("+22901%08d".formatted(40_000_000 + numbers.incrementAndGet()), heard);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    private void call(String number, KeyToPrompt heard) throws InterruptedException {
        CallerHandset telephone = exchange.handset(number);
        if (!telephone.call(DemoCustomers.telephoneNumberOf(ProductHere.OPERATOR))) {
            throw new IllegalStateException("Nobody takes calls");
        }
        boolean spokenTo = hears(number, heard);
        for (int i = 0; spokenTo && i < KEYS.length; i++) {
            hesitate();
            telephone.press(KEYS[i]);
            spokenTo = hears(number, heard);
        }
        if (!spokenTo) {
            waitedInVain.incrementAndGet();
        }
        hesitate();
        telephone.hangUp();
    }

    private static boolean hears(String number, KeyToPrompt heard) throws InterruptedException {
        return heard.prompts(number).poll(PATIENCE_SECONDS, TimeUnit.SECONDS) != null;
    }

    private static void hesitate() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(2_000, 6_000));
    }
}
