package io.parcours.connector.whatsapp;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Where Meta tells us what came in, one address an account. The answer is 200 once everything is stored; until then Meta
 * tells it again, for up to seven days.
 */
final class WhatsAppWebhook extends HttpServlet {

    static final String PATH = "/webhooks/whatsapp";
    static final int LARGEST = 3 * 1024 * 1024;

    /** So many bodies are stored at once; the others wait, so that webhooks never take all the database's connections. */
    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(WhatsAppWebhook.class);

    private final transient WhatsAppLines lines;
    private final transient WhatsAppMeters meters;
    private final transient Inbox inbox;
    private final transient Clock clock;
    private final transient Semaphore storing = new Semaphore(AT_ONCE, true);

    WhatsAppWebhook(WhatsAppLines lines, WhatsAppMeters meters, Inbox inbox, Clock clock) {
        this.lines = lines;
        this.meters = meters;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Meta asks once whether we are who its configuration says. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<WhatsAppAccount> account = account(request);
        String challenge = request.getParameter("hub.challenge");
        if (account.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!"subscribe".equals(request.getParameter("hub.mode"))
                || !same(account.get().verifyToken(), request.getParameter("hub.verify_token"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (challenge == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            response.setContentType("text/plain;charset=UTF-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getWriter().write(challenge);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<WhatsAppAccount> account = account(request);
        if (account.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        MDC.put("tenant", account.get().tenant());
        try {
            response.setStatus(meters.answering(account.get(), () -> take(request, account.get())));
        } finally {
            MDC.remove("tenant");
        }
    }

    private int take(HttpServletRequest request, WhatsAppAccount account) {
        Optional<Signature> signature = Signature.of(request.getHeader(Signature.HEADER));
        if (request.getContentLengthLong() > LARGEST) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (signature.isEmpty()) {
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
        return signature.get().fits(octets, account.appSecret())
                ? understand(octets, account)
                : HttpServletResponse.SC_UNAUTHORIZED;
    }

    private int understand(byte[] octets, WhatsAppAccount account) {
        List<Received> received;
        try {
            received = new WebhookReader(account, clock.instant()).read(octets);
        } catch (WebhookReader.Unreadable unreadable) {
            log.warn("A webhook of {}/{} is no JSON", account.tenant(), account.name());
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (!entered()) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        try {
            TenantContext.run(account.tenant(), () -> received.forEach(each -> store(each, account)));
            return HttpServletResponse.SC_OK;
        } catch (RuntimeException failure) {
            meters.received(account, "failed");
            log.error(
                    "A webhook of {}/{} was not stored; Meta tells it again",
                    account.tenant(),
                    account.name(),
                    Discreet.copy(failure));
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        } finally {
            storing.release();
        }
    }

    private boolean entered() {
        try {
            return storing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void store(Received received, WhatsAppAccount account) {
        received.into().accept(inbox);
        meters.received(account, received.kind());
    }

    private Optional<WhatsAppAccount> account(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .flatMap(path -> lines.named(path.substring(1)))
                .map(WhatsAppLine::account);
    }

    private static boolean same(String expected, String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
