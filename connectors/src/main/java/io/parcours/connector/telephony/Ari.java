package io.parcours.connector.telephony;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The exchange's REST interface as one account sees it: every command ends, within the account's timeout, with an answer. */
final class Ari {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VoiceAccount account;
    private final VoiceMeters meters;
    private final HttpClient client;
    private final String authorization;

    Ari(VoiceAccount account, VoiceMeters meters) {
        this.account = account;
        this.meters = meters;
        // Redirections are not followed: they would carry the password elsewhere.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(account.options().commandTimeout())
                .build();
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((account.user() + ":" + account.password()).getBytes(StandardCharsets.UTF_8));
    }

    /** Registers the application: from now on its events come to the listener. */
    CompletableFuture<WebSocket> events(WebSocket.Listener listener) {
        String address =
                account.url().replaceFirst("^http", "ws") + "/ari/events?app=" + encoded(account.application());
        return client.newWebSocketBuilder()
                .connectTimeout(account.options().commandTimeout())
                .header("Authorization", authorization)
                .buildAsync(URI.create(address), listener);
    }

    CompletableFuture<AriAnswer> get(String command, String path) {
        return send(command, request(path, Map.of()).GET().build());
    }

    CompletableFuture<AriAnswer> post(String command, String path, Map<String, String> query) {
        return send(command, request(path, query).POST(BodyPublishers.noBody()).build());
    }

    /** For what is too long, or too secret, for an address. */
    CompletableFuture<AriAnswer> postBody(String command, String path, Map<String, Object> body) {
        try {
            return send(
                    command,
                    request(path, Map.of())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CompletableFuture<AriAnswer> delete(String command, String path, Map<String, String> query) {
        return send(command, request(path, query).DELETE().build());
    }

    /** Asks for a channel's last event too, which does not come unasked for calls that came in. */
    CompletableFuture<AriAnswer> subscribe(String channel) {
        return post(
                "subscribe",
                "/applications/" + encoded(account.application()) + "/subscription",
                Map.of("eventSource", "channel:" + channel));
    }

    CompletableFuture<AriAnswer> ring(String channel) {
        return post("ring", channel(channel) + "/ring", Map.of());
    }

    CompletableFuture<AriAnswer> answer(String channel) {
        return post("answer", channel(channel) + "/answer", Map.of());
    }

    CompletableFuture<AriAnswer> play(String channel, String playback, List<String> media) {
        return post("play", channel(channel) + "/play/" + encoded(playback), Map.of("media", String.join(",", media)));
    }

    CompletableFuture<AriAnswer> stopPlaying(String playback) {
        return delete("stop", "/playbacks/" + encoded(playback), Map.of());
    }

    CompletableFuture<AriAnswer> playback(String playback) {
        return get("playback", "/playbacks/" + encoded(playback));
    }

    /** @param cause Q.850, 16 for a normal end */
    CompletableFuture<AriAnswer> hangUp(String channel, int cause) {
        return delete("hangup", channel(channel), Map.of("reason_code", String.valueOf(cause)));
    }

    /**
     * Asked again until the exchange says that the channel is over: nobody else would end it.
     *
     * @param needless whether its end was heard of meanwhile
     * @param over told in the mailbox that it is
     */
    void hangUpSurely(String channel, int cause, Executor mailbox, BooleanSupplier needless, Runnable over) {
        if (needless.getAsBoolean()) {
            return;
        }
        hangUp(channel, cause)
                .thenAcceptAsync(
                        answer -> {
                            if (answer.done() || answer.gone()) {
                                over.run();
                            } else {
                                CompletableFuture.delayedExecutor(
                                                account.options()
                                                        .commandTimeout()
                                                        .toMillis(),
                                                TimeUnit.MILLISECONDS,
                                                mailbox)
                                        .execute(() -> hangUpSurely(channel, cause, mailbox, needless, over));
                            }
                        },
                        mailbox);
    }

    static String channel(String id) {
        return "/channels/" + encoded(id);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(account.url()).append("/ari").append(path);
        char mark = '?';
        for (Map.Entry<String, String> pair : query.entrySet()) {
            address.append(mark).append(pair.getKey()).append('=').append(encoded(pair.getValue()));
            mark = '&';
        }
        return HttpRequest.newBuilder(URI.create(address.toString()))
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    /** Bounded as a whole: the client's own timeout ends with the head of the answer. */
    private CompletableFuture<AriAnswer> send(String command, HttpRequest request) {
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, BodyHandlers.ofByteArray());
        CompletableFuture<AriAnswer> bounded = new CompletableFuture<>();
        call.whenComplete((response, failure) -> bounded.complete(
                failure == null
                        ? new AriAnswer(response.statusCode(), parsed(response.body()))
                        : new AriAnswer(0, JSON.missingNode())));
        bounded.completeOnTimeout(
                new AriAnswer(0, JSON.missingNode()),
                account.options().commandTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        bounded.whenComplete((answer, failure) -> {
            call.cancel(true);
            meters.commanded(account, command, answer.outcome(), System.nanoTime() - began);
        });
        return bounded;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
