package io.parcours.connector.whatsapp;

import io.parcours.connector.web.RawPeer;

/** A Cloud API that answers with the octets it is told, or with silence, a connection a request. */
final class RawCloud extends RawPeer {

    private static final String TAKEN = answer(200, """
            {"messaging_product": "whatsapp", "contacts": [{"input": "2290197000001", "wa_id": "2290197000001"}],
             "messages": [{"id": "wamid.taken"}]}""");

    RawCloud() {
        this(0);
    }

    /** @param port 0 for a free one */
    RawCloud(int port) {
        super(port, TAKEN);
    }

    static String error(int status, int code) {
        return answer(status, "{\"error\": {\"message\": \"Told to +2290197000001\", \"code\": " + code + "}}");
    }
}
