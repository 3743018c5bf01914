package io.parcours.connector.operatordata;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.operatordata.OperationFile.Request;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.WebOptions;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** An operator's web service: JSON as most have it, or XML such as SOAP by a template. */
final class WebBackend implements Backend {

    private static final Duration LONGEST = Duration.ofSeconds(31);

    private final OperatorConnection connection;
    private final HttpCalls calls;

    WebBackend(OperatorConnection connection) {
        this.connection = connection;
        this.calls =
                new HttpCalls(new WebOptions(connection.options().connectTimeout(), LONGEST, null, null, null, null));
    }

    @Override
    public String kind() {
        return "HTTP";
    }

    @Override
    public List<Map<String, Object>> call(Described operation, Map<String, Object> values, String key, LastWord word) {
        boolean write = operation.operation().write();
        HttpRequest request = request(operation, values, key);
        if (!word.mayDo()) {
            throw new NotAvailable("timeout", null);
        }
        CompletableFuture<HttpCalls.Answer> call = calls.call(request);
        try {
            return meaning(call.get(operation.operation().timeout().toMillis(), TimeUnit.MILLISECONDS), operation);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            // Before these no octet left.
            boolean notSent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            throw write && !notSent ? new ActUnknown("no-answer", cause) : new NotAvailable("no-connection", cause);
        } catch (TimeoutException late) {
            throw write ? new ActUnknown("timeout", late) : new NotAvailable("timeout", late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw write ? new ActUnknown("interrupted", e) : new NotAvailable("interrupted", e);
        } finally {
            call.cancel(true);
        }
    }

    /** Its bare address. */
    CompletableFuture<HttpCalls.Answer> ask() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(connection.url()));
        connection.headers().forEach(request::setHeader);
        authorised(request);
        return calls.call(request.build());
    }

    CompletableFuture<HttpCalls.Answer> ask(Described operation, Map<String, Object> values, String key) {
        return calls.call(request(operation, values, key));
    }

    private HttpRequest request(Described operation, Map<String, Object> values, String key) {
        Request described = operation.request();
        Function<String, Object> value = name -> name.equals(OperationCheck.KEY) ? key : values.get(name);
        URI uri = URI.create(connection.url() + Template.path(described.path(), value));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        String body = described.body();
        boolean xml = body != null && WebAnswer.isXml(body);
        if (body == null) {
            request.method(described.method(), BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", xml ? "text/xml; charset=utf-8" : "application/json");
            String filled = xml ? Template.xml(body, value) : Template.json(body, value);
            request.method(described.method(), BodyPublishers.ofString(filled));
        }
        request.setHeader("Accept", xml ? "text/xml" : "application/json");
        connection.headers().forEach(request::setHeader);
        operation.headers().forEach(request::setHeader);
        authorised(request);
        if (described.keyHeader() != null && key != null) {
            request.setHeader(described.keyHeader(), key);
        }
        return request.build();
    }

    private void authorised(HttpRequest.Builder request) {
        if (connection.password() == null || connection.password().isBlank()) {
            return;
        }
        boolean token = connection.user() == null || connection.user().isBlank();
        String both = connection.user() + ":" + connection.password();
        request.setHeader(
                "Authorization",
                token
                        ? "Bearer " + connection.password()
                        : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Map<String, Object>> meaning(HttpCalls.Answer answer, Described operation) {
        boolean write = operation.operation().write();
        int status = answer.status();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (status == 404 && !write) {
            return List.of();
        }
        if (status == 429 || status == 503) {
            throw new NotAvailable("http-" + status, null);
        }
        if (status >= 400 && status < 500 && status != 401 && status != 403 && status != 408) {
            throw new OperationRefused("http-" + status);
        }
        if (status == 401 || status == 403) {
            throw new NotAvailable("http-" + status, null);
        }
        boolean fine = status / 100 == 2;
        try {
            JsonNode tree = WebAnswer.tree(text);
            refusedBySoap(tree);
            if (fine) {
                return WebAnswer.rows(tree, operation);
            }
        } catch (IllegalArgumentException unreadable) {
            if (!fine) {
                throw failed(status, write);
            }
            throw write ? new ActUnknown("unreadable", unreadable) : new NotAvailable("unreadable", unreadable);
        }
        throw failed(status, write);
    }

    private static RuntimeException failed(int status, boolean write) {
        return write ? new ActUnknown("http-" + status, null) : new NotAvailable("http-" + status, null);
    }

    /** A fault whose blame is the sender's says no; any other says nothing about what happened. */
    private static void refusedBySoap(JsonNode tree) {
        JsonNode fault = tree.at("/Envelope/Body/Fault");
        String code =
                fault.at("/faultcode").asText("") + fault.at("/Code/Value").asText("");
        if (code.endsWith("Client") || code.endsWith("Sender")) {
            throw new OperationRefused("soap-fault");
        }
        if (!fault.isMissingNode()) {
            throw new IllegalArgumentException("a fault of the server's");
        }
    }

    @Override
    public void close() {
        // The JDK's client ends with its last reference.
    }
}
