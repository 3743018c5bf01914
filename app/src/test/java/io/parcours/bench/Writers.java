package io.parcours.bench;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few subscribers write at the same time, and each is followed by another once what they wrote has been taken. */
final class Writers {

    private static final int PATIENCE_SECONDS = 60;

    private final Provider provider;
    private final AtomicInteger numbers;
    private final Map<String, CompletableFuture<Long>> taken = new ConcurrentHashMap<>();

    /** @param numbers of subscribers, so that nobody writes twice */
    Writers(Provider provider, AtomicInteger numbers) {
        this.provider = provider;
        this.numbers = numbers;
    }

    /** @param millis from writing to the acknowledgement */
    record Result(int messages, double seconds, Spread millis, int neverTaken) {

        double aSecond() {
            return messages / seconds;
        }
    }

    Result write(int atOnce, int seconds) throws Exception {
        Spread millis = new Spread();
        AtomicInteger messages = new AtomicInteger();
        AtomicInteger never = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(atOnce);
        long begin = System.nanoTime();
        long until = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (AutoCloseable listening = provider.whenTaken(this::taken)) {
            for (int i = 0; i < atOnce; i++) {
                Thread writer = new Thread(
                        () -> {
                            while (System.nanoTime() < until) {
                                double took = one();
                                (Double.isNaN(took) ? never : messages).incrementAndGet();
                                synchronized (millis) {
                                    millis.add(took);
                                }
                            }
                            over.countDown();
                        },
                        "writer-" + i);
                writer.setDaemon(true);
                writer.start();
            }
            over.await();
        }
        return new Result(messages.get(), (System.nanoTime() - begin) / 1e9, millis, never.get());
    }

    /** @return milliseconds; not a number where nobody took it within a minute */
    private double one() {
        long begin = System.nanoTime();
        String id = provider.write(numbers.incrementAndGet());
        try {
            long at = future(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return (at - begin) / 1e6;
        } catch (Exception notTaken) {
            return Double.NaN;
        }
    }

    private void taken(String id) {
        future(id).complete(System.nanoTime());
    }

    private CompletableFuture<Long> future(String id) {
        return taken.computeIfAbsent(id, fresh -> new CompletableFuture<>());
    }
}
