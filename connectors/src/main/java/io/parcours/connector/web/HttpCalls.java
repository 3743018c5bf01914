package io.parcours.connector.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls that end, within the account's timeouts, with an answer or a failure. */
public final class HttpCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final long milliseconds;
    private final int longest;

    public HttpCalls(WebOptions options) {
        this(options, options.responseTimeout(), ShortBody.LONGEST);
    }

    /**
     * @param patience for the whole call, in place of the account's response timeout
     * @param longest octets that an answer may have
     */
    public HttpCalls(WebOptions options, Duration patience, int longest) {
        // Redirections are not followed: they would carry the token elsewhere.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .build();
        this.milliseconds = patience.toMillis();
        this.longest = longest;
    }

    /** @param body of bounded length, as it came */
    public record Answer(int status, byte[] body) {

        /** @return what it says; missing where it is no JSON */
        public JsonNode json() {
            try {
                JsonNode read = JSON.readTree(body);
                return read == null ? JSON.missingNode() : read;
            } catch (JsonProcessingException notJson) {
                return JSON.missingNode();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Bounded as a whole: the client's own timeout ends with the head of the answer. */
    public CompletableFuture<Answer> call(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, head -> new ShortBody(longest));
        CompletableFuture<Answer> bounded = new CompletableFuture<>();
        call.whenComplete((response, failure) -> {
            if (failure == null) {
                bounded.complete(new Answer(response.statusCode(), response.body()));
            } else {
                bounded.completeExceptionally(failure);
            }
        });
        bounded.orTimeout(milliseconds, TimeUnit.MILLISECONDS);
        bounded.whenComplete((answer, failure) -> call.cancel(true));
        return bounded;
    }
}
