package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.conversation.Problem;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One connection's events, in their order, until it ends. What is no JSON is told as nothing. */
final class EventStream implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1024 * 1024;

    private final Consumer<JsonNode> events;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Problem> ended = new CompletableFuture<>();
    private volatile boolean answered = true;

    EventStream(Consumer<JsonNode> events) {
        this.events = events;
    }

    /** Completed with the reason when the connection is over. */
    CompletableFuture<Problem> ended() {
        return ended;
    }

    /** Asks for a sign of life; gives the connection up where the last question is still open. */
    void ping(WebSocket socket) {
        if (!answered) {
            socket.abort();
            ended.complete(Problem.of("voice.silent"));
            return;
        }
        answered = false;
        socket.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, failure) -> {
            if (failure != null) {
                socket.abort();
                ended.complete(broken(failure));
            }
        });
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        answered = true;
        if (text.length() <= LONGEST) {
            text.append(part);
        }
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            tell(whole);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        answered = true;
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        ended.complete(Problem.of("voice.closed"));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ended.complete(broken(failure));
    }

    private static Problem broken(Throwable failure) {
        return Problem.of("voice.broke", failure.getClass().getSimpleName());
    }

    private void tell(String whole) {
        try {
            JsonNode event = JSON.readTree(whole);
            if (event != null && event.isObject()) {
                events.accept(event);
            }
        } catch (IOException notJson) {
            // Only the exchange itself could answer for it, and there is no call that it could belong to.
        }
    }
}
