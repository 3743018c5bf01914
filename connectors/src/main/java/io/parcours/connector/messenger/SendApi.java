package io.parcours.connector.messenger;

import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.MetaAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The Send API as one page sees it: the end of its route. Every call ends, within the account's timeouts, with an answer or a
 * failure, and nothing that a subscriber reads reaches a log.
 */
final class SendApi extends AsyncProcessorSupport {

    private final MessengerAccount account;
    private final HttpCalls calls;

    SendApi(MessengerAccount account) {
        this.account = account;
        this.calls = new HttpCalls(account.web());
    }

    /** Takes the request's JSON and leaves the answer. */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        answer(post(exchange.getIn().getBody(String.class))).whenComplete((answer, failure) -> {
            if (failure == null) {
                exchange.getMessage().setBody(answer);
            } else {
                exchange.setException(failure);
            }
            callback.done(false);
        });
        return false;
    }

    /** Asks for nothing but the page's id, to see whether the account works. */
    CompletableFuture<MetaAnswer> check() {
        return calls.call(to("?fields=id").GET().build()).thenApply(answer -> MetaAnswer.read(answer, "/id"));
    }

    private HttpRequest post(String message) {
        return to("/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        // Not as a parameter, where Meta's examples have it: addresses are written to logs on their way.
        return HttpRequest.newBuilder(URI.create(account.address() + path))
                .header("Authorization", "Bearer " + account.token())
                .header("Accept", "application/json");
    }

    private CompletableFuture<MetaAnswer> answer(HttpRequest request) {
        return calls.call(request).thenApply(answer -> MetaAnswer.read(answer, "/message_id"));
    }
}
