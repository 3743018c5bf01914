package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** Everybody on the telephone, by channel, each with a mailbox of its own: events of one channel stay in their order. */
final class Parties {

    private record Entry(Party party, Serial mailbox) {}

    private final Map<String, Entry> byChannel = new ConcurrentHashMap<>();
    private final Executor threads;

    Parties(Executor threads) {
        this.threads = threads;
    }

    /**
     * @param maker gets the mailbox in which the party is called, for what it has to do later
     * @return empty where the channel is known already
     */
    <T extends Party> Optional<T> add(String channel, BiFunction<String, Executor, T> maker) {
        Serial mailbox = new Serial(threads);
        T party = maker.apply(channel, mailbox);
        boolean isNew = byChannel.putIfAbsent(channel, new Entry(party, mailbox)) == null;
        return isNew ? Optional.of(party) : Optional.empty();
    }

    boolean knows(String channel) {
        return byChannel.containsKey(channel);
    }

    /** @return whether there is anybody to tell */
    boolean tell(String channel, String type, JsonNode event) {
        Entry entry = byChannel.get(channel);
        if (entry != null) {
            entry.mailbox().execute(() -> entry.party().on(type, event));
        }
        return entry != null;
    }

    void stillThere(String channel, JsonNode state) {
        Entry entry = byChannel.get(channel);
        if (entry != null) {
            entry.mailbox().execute(() -> entry.party().stillThere(state));
        }
    }

    void gone(String channel) {
        Entry entry = byChannel.get(channel);
        if (entry != null) {
            entry.mailbox().execute(() -> entry.party().gone());
        }
    }

    void handedOver(String channel) {
        Entry entry = byChannel.get(channel);
        if (entry != null) {
            entry.mailbox().execute(() -> entry.party().handedOver());
        }
    }

    void remove(String channel) {
        byChannel.remove(channel);
    }

    Set<String> channels() {
        return Set.copyOf(byChannel.keySet());
    }

    int size() {
        return byChannel.size();
    }
}
