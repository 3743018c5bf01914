package io.parcours.connector.whatsapp;

import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Problem;
import io.parcours.conversation.ProviderTemplates;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is known of templates fresh: at the start, every quarter of an hour, after a webhook's news, and when asked to. */
final class WhatsAppTemplates implements ProviderTemplates, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WhatsAppTemplates.class);
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final WebLines<WhatsAppLine> lines;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer;

    WhatsAppTemplates(WebLines<WhatsAppLine> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "whatsapp-templates");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void start() {
        timer.scheduleWithFixedDelay(this::readWhatIsDue, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String channel() {
        return WhatsAppChannel.NAME;
    }

    @Override
    public List<Known> of(String tenant) {
        return asked().filter(line -> line.account().tenant().equals(tenant))
                .map(line -> line.shelf().known(line.account().name()))
                .toList();
    }

    @Override
    public void refresh(String tenant) {
        asked().filter(line -> line.account().tenant().equals(tenant)).forEach(this::read);
    }

    private void readWhatIsDue() {
        asked().filter(line -> line.shelf().due(clock.instant(), EVERY, AFTER_A_FAILURE))
                .forEach(this::read);
    }

    private Stream<WhatsAppLine> asked() {
        return lines.all().stream().filter(line -> line.account().knowsItsTemplates());
    }

    private void read(WhatsAppLine line) {
        line.shelf().asked(clock.instant());
        try {
            line.shelf().read(new TemplateList(line.account()).all(), clock.instant());
        } catch (TemplateList.NotTold why) {
            line.shelf().notRead(why.problem());
            log.warn("The templates of {} could not be read: {}", line.label(), why.getMessage());
        } catch (RuntimeException unforeseen) {
            // Else the timer would never look again.
            line.shelf()
                    .notRead(
                            Problem.of("templates.failed", unforeseen.getClass().getSimpleName()));
            log.error(
                    "The templates of {} could not be read ({})",
                    line.label(),
                    unforeseen.getClass().getName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
