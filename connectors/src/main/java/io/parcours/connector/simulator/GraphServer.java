package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;

/** An HTTP side of Meta's on loopback, which refuses in Meta's words. */
abstract class GraphServer extends LoopbackServer {

    /** @param whose as an error names it */
    GraphServer(int port, String whose, Clockwork clockwork) {
        super(port, whose, clockwork);
    }

    /** Answers it. @throws GraphError.Refused where Meta would say no */
    abstract void serve(HttpExchange exchange, byte[] body);

    /** Takes note of a refusal that is about to be answered. */
    abstract void refused(HttpExchange exchange, byte[] body, GraphError error);

    @Override
    final void respond(HttpExchange exchange, byte[] body) {
        try {
            serve(exchange, body);
        } catch (GraphError.Refused refused) {
            refused(exchange, body, refused.error());
            answer(
                    exchange,
                    refused.error().httpStatus(),
                    "application/json",
                    Json.bytes(refused.error().json()));
        }
    }
}
