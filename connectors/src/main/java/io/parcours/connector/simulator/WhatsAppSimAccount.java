package io.parcours.connector.simulator;

/**
 * A business number at the simulated WhatsApp.
 *
 * @param phoneNumberId Meta's id of the number, which stands in the path of every request
 * @param displayNumber the number itself, in digits
 * @param token what the platform must show as its bearer
 * @param appSecret what webhooks are signed with
 * @param verifyToken what the handshake of a callback shows to the platform
 */
public record WhatsAppSimAccount(
        String phoneNumberId, String displayNumber, String token, String appSecret, String verifyToken) {

    /** The id of the business account that owns the number; here each has its own. */
    public String businessAccountId() {
        return "9" + phoneNumberId;
    }

    @Override
    public String toString() {
        return "WhatsAppSimAccount[" + phoneNumberId + ", " + displayNumber + "]";
    }
}
