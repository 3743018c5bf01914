package io.parcours.connector.mail;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/** The mailboxes that are looked into: from when the platform stands, and before the jobs begin to send, until it stops. */
final class Mailboxes implements SmartLifecycle {

    private final WebLines<MailLine> lines;
    private final Inbox inbox;
    private final ChannelMeters meters;
    private final MailGauges gauges;
    private final Clock clock;
    private final Map<MailLine, Mailbox> open = new LinkedHashMap<>();
    private boolean running;

    Mailboxes(WebLines<MailLine> lines, Inbox inbox, ChannelMeters meters, MailGauges gauges, Clock clock) {
        this.lines = lines;
        this.inbox = inbox;
        this.meters = meters;
        this.gauges = gauges;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        lines.all().forEach(this::open);
    }

    @Override
    public synchronized void stop() {
        running = false;
        open.values().parallelStream().forEach(Mailbox::stop);
        open.keySet().forEach(line -> line.pool().close());
        open.clear();
    }

    /** From now on the account's mailbox is looked into, or as soon as all are. */
    synchronized void open(MailLine line) {
        gauges.watch(line);
        if (running && !open.containsKey(line)) {
            Mailbox mailbox = new Mailbox(line, new MailIntake(line, inbox, meters, clock));
            open.put(line, mailbox);
            mailbox.start();
        }
    }

    synchronized void close(MailLine line) {
        gauges.forget(line);
        Mailbox mailbox = open.remove(line);
        if (mailbox != null) {
            mailbox.stop();
        }
        line.pool().close();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 101;
    }
}
