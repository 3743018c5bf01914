package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.whatsapp.WhatsAppService;
import org.apache.camel.component.whatsapp.model.BaseMessage;

/**
 * The Cloud API as one account sees it, in place of Camel's own adapter: every call ends, within the account's timeouts,
 * with an answer or a failure, and nothing that a subscriber wrote reaches a log.
 */
final class CloudApi implements WhatsAppService {

    /** Header with the user id of a subscriber without a number, for which Camel's messages have no field. */
    static final String RECIPIENT = "ParcoursWhatsAppRecipient";

    private static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private final WhatsAppAccount account;
    private final HttpClient client;

    CloudApi(WhatsAppAccount account) {
        this.account = account;
        // Redirections are not followed: they would carry the token elsewhere.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(account.options().connectTimeout())
                .build();
    }

    @Override
    public void sendMessage(Exchange exchange, AsyncCallback callback, BaseMessage message) {
        String recipient = exchange.getIn().getHeader(RECIPIENT, String.class);
        answer(post(message, recipient)).whenComplete((answer, failure) -> {
            if (failure == null) {
                exchange.getMessage().setBody(answer);
            } else {
                exchange.setException(failure);
            }
            callback.done(false);
        });
    }

    /** Asks for nothing but the number's id, to see whether the account works. */
    CompletableFuture<CloudAnswer> check() {
        return answer(to("?fields=id").GET().build());
    }

    static String json(BaseMessage message, String recipient) {
        ObjectNode json = JSON.valueToTree(message);
        if (recipient != null) {
            json.put("recipient", recipient);
        }
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpRequest post(BaseMessage message, String recipient) {
        return to("/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(message, recipient)))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(account.address() + path))
                .header("Authorization", "Bearer " + account.token())
                .header("Accept", "application/json");
    }

    /** Bounded as a whole: the client's own timeout ends with the head of the answer. */
    private CompletableFuture<CloudAnswer> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, head -> new ShortBody());
        CompletableFuture<CloudAnswer> bounded = new CompletableFuture<>();
        call.whenComplete((response, failure) -> {
            if (failure == null) {
                bounded.complete(CloudAnswer.read(response.statusCode(), response.body()));
            } else {
                bounded.completeExceptionally(failure);
            }
        });
        bounded.orTimeout(account.options().responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        bounded.whenComplete((answer, failure) -> call.cancel(true));
        return bounded;
    }
}
