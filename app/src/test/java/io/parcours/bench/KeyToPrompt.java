package io.parcours.bench;

import io.parcours.connector.simulator.ExchangeEvent;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** What the exchange sees: how long after a key another prompt begins to play to the same caller. */
final class KeyToPrompt implements Consumer<ExchangeEvent> {

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Spread millis = new Spread();
    private double sum;
    private int prompts;

    /** One caller's. A prompt of several recordings is told of at each of them, under one id. */
    private static final class Line {
        private final BlockingQueue<String> began = new LinkedBlockingQueue<>();
        private String playing = "";
        private long keyAt;
    }

    @Override
    public void accept(ExchangeEvent event) {
        switch (event.what()) {
            case "ChannelDtmfReceived" -> key(line(event.subscriber()));
            case "PlaybackStarted" -> prompt(line(event.subscriber()), event.messageId());
            default -> {}
        }
    }

    /** The prompts that began to play to a caller, as they begin. */
    BlockingQueue<String> prompts(String caller) {
        return line(caller).began;
    }

    private Line line(String caller) {
        return lines.computeIfAbsent(caller, fresh -> new Line());
    }

    private synchronized void key(Line line) {
        line.keyAt = System.nanoTime();
    }

    private synchronized void prompt(Line line, String id) {
        if (id.equals(line.playing)) {
            return;
        }
        line.playing = id;
        if (line.keyAt != 0) {
            double took = (System.nanoTime() - line.keyAt) / 1e6;
            millis.add(took);
            sum += took;
            prompts++;
            line.keyAt = 0;
        }
        line.began.add(id);
    }

    synchronized int count() {
        return prompts;
    }

    synchronized double mean() {
        return sum / prompts;
    }

    synchronized double quantile(double part) {
        return millis.quantile(part);
    }
}
