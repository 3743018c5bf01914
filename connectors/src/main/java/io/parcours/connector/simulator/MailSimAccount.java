package io.parcours.connector.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An operator's mailbox in the simulated mail world.
 *
 * @param user by which it logs in, to send and to read
 */
public record MailSimAccount(String address, String user, String password) {

    /** As addresses of servers have it. */
    String login() {
        return encoded(user) + ":" + encoded(password);
    }

    @Override
    public String toString() {
        return "MailSimAccount[" + address + "]";
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
