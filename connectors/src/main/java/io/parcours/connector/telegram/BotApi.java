package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parcours.connector.web.FileUpload;
import io.parcours.connector.web.HttpCalls;
import io.parcours.conversation.OutboundFile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.springframework.util.StringUtils;

/**
 * The Bot API as one bot sees it, and the end of its route. Every call ends, within the account's timeouts, with an answer or a
 * failure. The token is a part of each address: no address leaves this class, and nothing that a subscriber reads is logged.
 */
final class BotApi extends AsyncProcessorSupport {

    private static final Duration UPLOAD = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int LARGEST_UPDATES = 8 * 1024 * 1024;
    private static final int MOST_UPDATES = 50;

    private final TelegramAccount account;
    private final HttpCalls calls;
    private final HttpCalls polls;
    private final HttpCalls uploads;

    BotApi(TelegramAccount account) {
        this.account = account;
        this.calls = new HttpCalls(account.web());
        this.uploads = new HttpCalls(account.web(), UPLOAD, LARGEST_ANSWER);
        this.polls = account.polling()
                ? new HttpCalls(
                        account.web(),
                        account.web().responseTimeout().plus(account.options().pollTimeout()),
                        LARGEST_UPDATES)
                : calls;
    }

    /** Takes the message's JSON and leaves the answer. */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        call("sendMessage", exchange.getIn().getBody(JsonNode.class)).whenComplete((answer, failure) -> {
            if (failure == null) {
                exchange.getMessage().setBody(answer);
            } else {
                exchange.setException(failure);
            }
            callback.done(false);
        });
        return false;
    }

    /** @param method of the Bot API's, such as {@code getMe} */
    CompletableFuture<BotAnswer> call(String method, JsonNode parameters) {
        return call(calls, method, parameters);
    }

    CompletableFuture<BotAnswer> call(String method) {
        return call(method, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Waits for updates as long as the account says.
     *
     * @param offset the first update that is wanted; those before it are confirmed by this. Empty is 0
     */
    CompletableFuture<BotAnswer> updates(long offset) {
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("limit", MOST_UPDATES)
                .put("timeout", account.options().pollTimeout().toSeconds());
        if (offset > 0) {
            parameters.put("offset", offset);
        }
        // An empty list asks for the kinds that Telegram tells by itself, whatever was asked for before.
        parameters.putArray("allowed_updates");
        return call(polls, "getUpdates", parameters);
    }

    /** Sends a file to a conversation. */
    CompletableFuture<BotAnswer> send(String chat, OutboundFile file) {
        String kind = kind(file.type());
        URI address = URI.create(account.url() + "/bot" + account.token() + "/send" + StringUtils.capitalize(kind));
        HttpRequest request = new FileUpload(Map.of("chat_id", chat), kind, file)
                .into(HttpRequest.newBuilder(address).header("Accept", "application/json"))
                .build();
        return uploads.call(request).thenApply(BotAnswer::read);
    }

    /** What Telegram shows as such; all else is a document. */
    private static String kind(String type) {
        return switch (type) {
            case "image/jpeg", "image/png" -> "photo";
            case "video/mp4" -> "video";
            case "audio/mpeg", "audio/mp4" -> "audio";
            default -> "document";
        };
    }

    /** Asks for a file. @param path as Telegram told it */
    HttpRequest file(String path) {
        return HttpRequest.newBuilder(URI.create(account.url() + "/file/bot" + account.token() + "/" + path))
                .GET()
                .build();
    }

    private CompletableFuture<BotAnswer> call(HttpCalls by, String method, JsonNode parameters) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(account.url() + "/bot" + account.token() + "/" + method))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(parameters.toString()))
                .build();
        return by.call(request).thenApply(BotAnswer::read);
    }
}
