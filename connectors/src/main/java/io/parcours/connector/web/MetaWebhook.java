package io.parcours.connector.web;

import io.parcours.conversation.Inbox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/** A webhook that Meta shakes hands with once and signs every time. */
public abstract class MetaWebhook<L extends WebLine> extends WebhookServlet<L> {

    private static final long serialVersionUID = 1;

    protected MetaWebhook(WebLines<L> lines, ChannelMeters meters, Inbox inbox, Clock clock) {
        super(lines, meters, inbox, clock);
    }

    /** Meta asks once whether we are who its configuration says. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<MetaAccount> account = line(request).map(MetaWebhook::account);
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
    protected Optional<Predicate<byte[]>> proof(HttpServletRequest request, L line) {
        return Signature.of(request.getHeader(Signature.HEADER))
                .map(signature -> octets -> signature.fits(octets, account(line).appSecret()));
    }

    private static MetaAccount account(WebLine line) {
        return (MetaAccount) line.account();
    }
}
