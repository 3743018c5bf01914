package io.parcours.connector.simulator;

/**
 * A page at the simulated Messenger.
 *
 * @param pageId Meta's id of the page, which stands in the path of every request
 * @param token what the platform must show as its bearer
 * @param appSecret what webhooks are signed with
 * @param verifyToken what the handshake of a callback shows to the platform
 */
public record MessengerSimAccount(String pageId, String token, String appSecret, String verifyToken) {

    @Override
    public String toString() {
        return "MessengerSimAccount[" + pageId + "]";
    }
}
