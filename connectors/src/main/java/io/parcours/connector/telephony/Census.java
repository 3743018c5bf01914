package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Compares what the exchange says with what we know, after each connection: calls that have ended meanwhile end here, those
 * that are up are taken up, and channels and bridges that nobody here knows any more are removed.
 */
final class Census {

    private final Ari ari;
    private final Reception reception;
    private final VoiceAccount account;

    Census(Ari ari, Reception reception, VoiceAccount account) {
        this.ari = ari;
        this.reception = reception;
        this.account = account;
    }

    /** @return false where the exchange does not answer as it should */
    boolean take(long patience) throws InterruptedException, ExecutionException, TimeoutException {
        // Known before the question: what begins after it may be missing in the answer.
        Set<String> known = reception.parties().channels();
        CompletableFuture<AriAnswer> bridges = ari.get("bridges", "/bridges");
        AriAnswer channels = ari.get("channels", "/channels").get(2 * patience, TimeUnit.MILLISECONDS);
        AriAnswer all = bridges.get(2 * patience, TimeUnit.MILLISECONDS);
        if (!channels.done() || !channels.body().isArray() || !all.done()) {
            return false;
        }
        Set<String> alive = new HashSet<>();
        for (JsonNode channel : channels.body()) {
            alive.add(channel.path("id").asText());
            channel(channel);
        }
        known.stream().filter(id -> !alive.contains(id)).forEach(reception.parties()::gone);
        for (JsonNode bridge : all.body()) {
            bridge(bridge.path("id").asText());
        }
        return true;
    }

    private void channel(JsonNode channel) {
        String id = channel.path("id").asText();
        if (reception.parties().knows(id)) {
            ari.subscribe(id);
            reception.parties().stillThere(id, channel);
        } else if (Ids.ours(account, id)) {
            ari.hangUp(id, Cause.NORMAL);
        } else if (inApplication(channel)) {
            reception.found(channel);
        }
    }

    private void bridge(String id) {
        if (Ids.ours(account, id) && !reception.bridges().contains(id)) {
            ari.delete("unbridge", "/bridges/" + Ari.encoded(id), Map.of());
        }
    }

    private boolean inApplication(JsonNode channel) {
        JsonNode dialplan = channel.path("dialplan");
        return dialplan.path("app_name").asText().equals("Stasis")
                && (dialplan.path("app_data").asText() + ",").startsWith(account.application() + ",");
    }
}
