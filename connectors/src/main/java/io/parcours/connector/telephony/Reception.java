package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.Problem;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Hands each event to the call that it belongs to, and makes a call of each new channel that comes in. */
final class Reception {

    private final VoiceAccount account;
    private final Ari ari;
    private final Parties parties;
    private final CallMaker calls;
    private final Set<String> bridges = ConcurrentHashMap.newKeySet();
    private final Set<Call> live = ConcurrentHashMap.newKeySet();

    Reception(VoiceAccount account, Ari ari, Parties parties, CallMaker calls) {
        this.account = account;
        this.ari = ari;
        this.parties = parties;
        this.calls = calls;
    }

    Parties parties() {
        return parties;
    }

    /** Ids of bridges in use. */
    Set<String> bridges() {
        return bridges;
    }

    /** The caller's call; of several the last. */
    Optional<Call> call(String address) {
        return live.stream()
                .filter(call -> call.address().equals(address) && !call.over())
                .max(Comparator.comparing(Call::began));
    }

    Optional<Call> byChannel(String channel) {
        return live.stream()
                .filter(call -> call.channel().equals(channel) && !call.over())
                .findFirst();
    }

    /**
     * What was being said when this node began is not known here: it must be said again, or elsewhere.
     *
     * @return false where it could not be written
     */
    boolean begunAnew() {
        return calls.begunAnew(live.stream().map(Call::address).collect(Collectors.toSet()));
    }

    void event(JsonNode event) {
        String type = event.path("type").asText();
        String channel = channel(event);
        if (channel.isEmpty() || parties.tell(channel, type, event)) {
            return;
        }
        if (type.equals("StasisStart") && !Ids.ours(account, channel)) {
            arrived(event.path("channel"), event);
        }
    }

    /** A channel in our application that nobody here knows, found after a connection was made. */
    void found(JsonNode channel) {
        if (stranger(channel)) {
            ari.hangUp(channel.path("id").asText(), Cause.NORMAL);
        } else {
            begin(channel)
                    .ifPresent(call -> call.begin(channel.path("state").asText().equals("Up")));
        }
    }

    private void arrived(JsonNode channel, JsonNode event) {
        if (stranger(channel)) {
            ari.hangUp(channel.path("id").asText(), Cause.NORMAL);
            calls.story(channel).notice(Problem.of("notice.voice.redirected"), event);
        } else {
            begin(channel).ifPresent(call -> call.begin(false));
        }
    }

    private Optional<Call> begin(JsonNode channel) {
        return parties.add(
                channel.path("id").asText(),
                (id, mailbox) -> calls.make(channel, mailbox, bridges, live::add, ended -> {
                    live.remove(ended);
                    parties.remove(id);
                }));
    }

    /** A Local channel is the exchange's own, made of a redirection or a transfer; nobody of ours called, and nobody hangs it up. */
    private static boolean stranger(JsonNode channel) {
        return channel.path("name").asText().startsWith("Local/");
    }

    private static String channel(JsonNode event) {
        String target = event.path("playback")
                .path("target_uri")
                .asText(event.path("recording").path("target_uri").asText());
        if (target.startsWith("channel:")) {
            return target.substring("channel:".length());
        }
        return event.path(event.has("peer") ? "peer" : "channel").path("id").asText();
    }
}
