package io.parcours.connector.messenger;

import io.parcours.connector.web.RawPeer;

/** A Send API that answers with the octets it is told, or with silence, a connection a request. */
final class PageApi extends RawPeer {

    private static final String TAKEN =
            answer(200, "{\"recipient_id\": \"2500000000000001\", \"message_id\": \"m_taken\"}");

    PageApi() {
        this(0);
    }

    /** @param port 0 for a free one */
    PageApi(int port) {
        super(port, TAKEN);
    }

    static String error(int status, int code, int subcode) {
        return answer(
                status,
                "{\"error\": {\"message\": \"Told to 2500000000000001\", \"type\": \"OAuthException\", \"code\": "
                        + code + ", \"error_subcode\": " + subcode + "}}");
    }
}
