package io.parcours.connector.simulator;

import java.util.List;

/** What a service of Meta's tells the platform about one account: how it is worded, and who takes note of it. */
interface Mailing {

    String verifyToken();

    String appSecret();

    /** Of one POST. */
    byte[] body(List<Notification> notifications);

    /**
     * The platform has taken it.
     *
     * @param copy 1 for the first, more for a deliberate double
     * @param attempts how often it was sent until then
     */
    void acknowledged(Notification told, int copy, int attempts);

    /** @param handshake whether it was one, else a webhook */
    void exchanged(boolean handshake, String subscriber, String id, int status, String detail);
}
