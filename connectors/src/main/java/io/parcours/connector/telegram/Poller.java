package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Backoff;
import io.parcours.connector.Discreet;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.NoAnswer;
import io.parcours.connector.web.Received;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Problem;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Fetches one bot's updates, on a thread of its own. Telegram forgets an update when a later one is asked for: that is done only
 * once it is stored, so that whatever happens in between it comes again.
 */
final class Poller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final int CONFLICT = 409;

    private final TelegramLine line;
    private final Checks checks;
    private final ChannelMeters meters;
    private final Inbox inbox;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closed;
    private long offset;
    private final Backoff pauses;
    private String trouble;

    Poller(TelegramLine line, Checks checks, ChannelMeters meters, Inbox inbox, Clock clock) {
        this.line = line;
        this.checks = checks;
        this.meters = meters;
        this.inbox = inbox;
        this.clock = clock;
        // Longer each time, up to what an account that is down is left alone for.
        this.pauses = new Backoff(
                line.account().web().throttleFirst(), line.account().web().checkAgain());
        this.thread = new Thread(this::work, "telegram-poll-" + line.account().name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What is being stored is stored to its end. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(line.account().web().responseTimeout().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        MDC.put("tenant", line.account().tenant());
        while (!closed) {
            try {
                fetch();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void fetch() throws InterruptedException {
        try {
            round();
        } catch (RuntimeException unexpected) {
            log.error("{} could not fetch; it tries again", line.label(), Discreet.copy(unexpected));
            pauses.pause();
        }
    }

    private void round() throws InterruptedException {
        BotAnswer answer;
        CompletableFuture<BotAnswer> call = line.api().updates(offset);
        try {
            answer = call.get();
        } catch (ExecutionException noAnswer) {
            Problem reason = Checks.unreachable(noAnswer.getCause());
            if (NoAnswer.noConnection(noAnswer)) {
                checks.down(line, reason, Checks.FIRST);
            }
            troubled(reason.toString());
            return;
        } finally {
            call.cancel(true);
        }
        if (answer.success()) {
            take(answer.result());
        } else {
            refused(answer);
        }
    }

    /** In their order, and none after one that could not be stored. */
    private void take(JsonNode updates) throws InterruptedException {
        for (JsonNode update : updates) {
            if (!update.path(UpdateReader.ID).canConvertToLong()) {
                troubled("its updates have no numbers");
                return;
            }
            List<Received> received = new UpdateReader(line, clock.instant()).read(update);
            try {
                TenantContext.run(line.account().tenant(), () -> received.forEach(this::store));
            } catch (RuntimeException failure) {
                meters.received(line.account(), "failed");
                log.error("An update of {} was not stored; it is fetched again", line.label(), Discreet.copy(failure));
                pauses.pause();
                return;
            }
            offset = Math.max(offset, update.path(UpdateReader.ID).asLong() + 1);
        }
        if (updates.isEmpty()) {
            // All before are confirmed by now. After a silent week Telegram counts from anywhere, also from below.
            offset = 0;
        }
        if (trouble != null) {
            log.info("{} fetches its updates again", line.label());
        }
        trouble = null;
        pauses.reset();
    }

    private void store(Received received) {
        received.into().accept(inbox);
        meters.received(line.account(), received.kind());
    }

    private void refused(BotAnswer answer) throws InterruptedException {
        if (answer.reason() == CONFLICT && answer.says("webhook")) {
            // Telegram gives updates in one way alone, and the configuration names this one.
            log.warn(
                    "{} has a webhook at Telegram, which is taken away: the account fetches its updates", line.label());
            line.api().call("deleteWebhook").exceptionally(failure -> null);
            pauses.pause();
        } else if (answer.reason() == CONFLICT) {
            troubled("somebody else fetches the bot's updates as well");
        } else {
            if (ErrorCodes.of(answer) == Meaning.ACCOUNT) {
                checks.down(
                        line, TelegramLine.refused(answer), line.account().web().checkAgain());
            }
            troubled("Telegram gives no updates (" + answer + ")");
        }
    }

    private void troubled(String reason) throws InterruptedException {
        if (trouble == null) {
            log.warn("{} fetches nothing: {}", line.label(), reason);
        }
        trouble = reason;
        pauses.pause();
    }
}
