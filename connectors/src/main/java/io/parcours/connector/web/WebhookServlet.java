package io.parcours.connector.web;

import io.parcours.connector.Discreet;
import io.parcours.conversation.Inbox;
import io.parcours.tenant.TenantContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Where a provider tells us what came in, one address an account. The answer is 200 once everything is stored; until then the
 * provider tells it again.
 */
public abstract class WebhookServlet<L extends WebLine> extends HttpServlet {

    public static final int LARGEST = 3 * 1024 * 1024;

    /** So many bodies are stored at once; the others wait, so that webhooks never take all the database's connections. */
    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(WebhookServlet.class);
    private static final Semaphore STORING = new Semaphore(AT_ONCE, true);

    private final transient WebLines<L> lines;
    private final transient ChannelMeters meters;
    private final transient Inbox inbox;
    private final transient Clock clock;

    protected WebhookServlet(WebLines<L> lines, ChannelMeters meters, Inbox inbox, Clock clock) {
        this.lines = lines;
        this.meters = meters;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * What the request brings to show that the provider sent it, by its head alone.
     *
     * @return whether it holds for the octets; empty where the request brings nothing
     */
    protected abstract Optional<Predicate<byte[]>> proof(HttpServletRequest request, L line);

    /** Takes the octets apart. Whatever is JSON comes out as something: what is not understood, as a notice. */
    protected abstract List<Received> read(byte[] octets, L line, Instant now) throws Unreadable;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<L> line = line(request);
        if (line.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        MDC.put("tenant", line.get().account().tenant());
        try {
            response.setStatus(meters.answering(line.get().account(), () -> take(request, line.get())));
        } finally {
            MDC.remove("tenant");
        }
    }

    private int take(HttpServletRequest request, L line) {
        Optional<Predicate<byte[]>> proof = proof(request, line);
        if (request.getContentLengthLong() > LARGEST) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (proof.isEmpty()) {
            return HttpServletResponse.SC_UNAUTHORIZED;
        }
        byte[] octets;
        try {
            octets = request.getInputStream().readNBytes(LARGEST + 1);
        } catch (IOException brokenOff) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (octets.length > LARGEST) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        return proof.get().test(octets) ? understand(octets, line) : HttpServletResponse.SC_UNAUTHORIZED;
    }

    private int understand(byte[] octets, L line) {
        List<Received> received;
        try {
            received = read(octets, line, clock.instant());
        } catch (Unreadable unreadable) {
            log.warn("A webhook of {} is no JSON", line.label());
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (!entered()) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        try {
            TenantContext.run(line.account().tenant(), () -> received.forEach(each -> store(each, line)));
            return HttpServletResponse.SC_OK;
        } catch (RuntimeException failure) {
            meters.received(line.account(), "failed");
            log.error(
                    "A webhook of {} was not stored; the provider tells it again",
                    line.label(),
                    Discreet.copy(failure));
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        } finally {
            STORING.release();
        }
    }

    private static boolean entered() {
        try {
            return STORING.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void store(Received received, L line) {
        received.into().accept(inbox);
        meters.received(line.account(), received.kind());
    }

    /** Whose address it is. */
    protected final Optional<L> line(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).flatMap(path -> lines.named(path.substring(1)));
    }

    /** Compares secrets in a time that tells nothing of them. */
    protected static boolean same(String expected, String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
