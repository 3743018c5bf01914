package io.parcours.connector.web;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls that end, within the account's timeouts, with an answer or a failure. */
public final class HttpCalls {

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
    public record Answer(int status, byte[] body) {}

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
