package io.parcours.connector.mail;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Where an account sends or reads, and as whom.
 *
 * @param protocol {@code smtp}, {@code smtps}, {@code imap} or {@code imaps}
 */
record MailServer(String protocol, String host, int port, String user, String password) {

    private static final Map<String, Integer> PORTS = Map.of("smtp", 587, "smtps", 465, "imap", 143, "imaps", 993);

    /**
     * @param kind {@code smtp} or {@code imap}; with an s behind it for TLS from the first octet
     * @param url {@code smtp://user:password@host:port}; the port may be left out
     * @throws IllegalArgumentException saying what is wrong with it, without repeating its password
     */
    static MailServer of(String kind, String url) {
        URI uri = parse(kind, url);
        String[] user = String.valueOf(uri.getRawUserInfo()).split(":", 2);
        MailAccount.CHECK.require(
                uri.getRawUserInfo() != null && user.length == 2 && !user[0].isBlank() && !user[1].isBlank(),
                Problem.of("account.serverLogin", kind));
        String protocol = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() < 0 ? PORTS.get(protocol) : uri.getPort();
        MailAccount.CHECK.require(port > 0 && port < 65536, Problem.of("account.serverPort", kind));
        return new MailServer(
                protocol, uri.getHost().replaceAll("[\\[\\]]", ""), port, decoded(user[0]), decoded(user[1]));
    }

    boolean tls() {
        return protocol.endsWith("s");
    }

    /** Nobody listens between us and a server on the same machine. */
    boolean here() {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("::1");
    }

    /** Where it is, fit for a log. */
    String address() {
        return protocol + "://" + host + ":" + port;
    }

    @Override
    public String toString() {
        return address();
    }

    private static URI parse(String kind, String url) {
        MailAccount.CHECK.require(url != null && !url.isBlank(), Problem.of("account.server", kind));
        try {
            URI uri = new URI(url.strip());
            MailAccount.CHECK.require(
                    String.valueOf(uri.getScheme()).matches("(?i)" + kind + "s?"),
                    Problem.of("account.serverScheme", kind));
            MailAccount.CHECK.require(uri.getHost() != null, Problem.of("account.serverHost", kind));
            return uri;
        } catch (URISyntaxException unreadable) {
            // The exception would repeat the whole address, password and all.
            throw new WrongValue("Not a mail account: ", Problem.of("account.serverEncoded", kind));
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
