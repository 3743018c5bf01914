package io.parcours.connector.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The platform's address for one business number, and what is said to it. */
final class Callback {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Callback(String url) {
        this.url = url;
    }

    String url() {
        return url;
    }

    /** @return the HTTP status; also for a wrong echo, which is no success, {@link WireEvent#NO_ANSWER} */
    int shakeHands(String verifyToken, Duration patience) {
        String challenge = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 2_000_000_000));
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + (url.contains("?") ? "&" : "?") + query))
                .timeout(patience)
                .build();
        HttpResponse<String> answer = answer(request);
        if (answer == null) {
            return WireEvent.NO_ANSWER;
        }
        boolean echoed = answer.body().equals(challenge);
        return answer.statusCode() / 100 == 2 && !echoed ? WireEvent.NO_ANSWER : answer.statusCode();
    }

    int post(Envelope envelope, Duration patience) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature-256", envelope.signature())
                .POST(BodyPublishers.ofByteArray(envelope.bytes()))
                .build();
        HttpResponse<String> answer = answer(request);
        return answer == null ? WireEvent.NO_ANSWER : answer.statusCode();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            return null;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
