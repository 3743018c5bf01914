package io.parcours.connector.telegram;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/** Those who fetch, for the bots whose updates are not brought. They begin when everything else stands. */
final class Pollers implements SmartLifecycle {

    private final WebLines<TelegramLine> lines;
    private final Checks checks;
    private final ChannelMeters meters;
    private final Inbox inbox;
    private final Clock clock;
    private final Map<String, Poller> atWork = new HashMap<>();
    private volatile boolean running;

    Pollers(WebLines<TelegramLine> lines, Checks checks, ChannelMeters meters, Inbox inbox, Clock clock) {
        this.lines = lines;
        this.checks = checks;
        this.meters = meters;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        lines.all().forEach(this::open);
    }

    /** To be called for an account that came later. */
    synchronized void open(TelegramLine line) {
        close(line.account().name());
        if (running && line.account().polling()) {
            Poller poller = new Poller(line, checks, meters, inbox, clock);
            atWork.put(line.account().name(), poller);
            poller.start();
        }
    }

    synchronized void close(String account) {
        Poller poller = atWork.remove(account);
        if (poller != null) {
            poller.close();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        atWork.values().forEach(Poller::close);
        atWork.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the accounts that were set up, before the web server goes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 50;
    }
}
