package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.web.FileUpload;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.conversation.OutboundFile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

    private static final Duration UPLOAD = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private final WhatsAppAccount account;
    private final HttpCalls calls;
    private final HttpCalls uploads;

    CloudApi(WhatsAppAccount account) {
        this.account = account;
        this.calls = new HttpCalls(account.web());
        this.uploads = new HttpCalls(account.web(), UPLOAD, LONGEST_ANSWER);
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
    CompletableFuture<MetaAnswer> check() {
        return call(to("?fields=id").GET().build()).thenApply(answer -> MetaAnswer.read(answer, "/id"));
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

    /** Brings a file to Meta, where it can be sent by its id. Nothing reaches anybody by this. */
    CompletableFuture<MetaAnswer> upload(OutboundFile file) {
        Map<String, String> fields = Map.of("messaging_product", "whatsapp", "type", file.type());
        HttpRequest request =
                new FileUpload(fields, "file", file).into(to("/media")).build();
        return uploads.call(request).thenApply(answer -> MetaAnswer.read(answer, "/id"));
    }

    /** A call that shows the token: only to where Meta is, or the account is told to be. */
    HttpRequest.Builder authorised(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + account.token());
    }

    CompletableFuture<HttpCalls.Answer> call(HttpRequest request) {
        return calls.call(request);
    }

    private HttpRequest.Builder to(String path) {
        return authorised(URI.create(account.address() + path)).header("Accept", "application/json");
    }

    private CompletableFuture<MetaAnswer> answer(HttpRequest request) {
        return calls.call(request).thenApply(answer -> MetaAnswer.read(answer, "/messages/0/id"));
    }
}
