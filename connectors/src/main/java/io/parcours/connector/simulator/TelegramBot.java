package io.parcours.connector.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A bot at the simulated Telegram: the people who came to it, the groups that it is in, and what it has to be told. */
final class TelegramBot {

    private final TelegramSimAccount account;
    private final TelegramUpdates updates;
    private final Map<Long, TelegramThread> threads = new ConcurrentHashMap<>();
    private final Set<Long> groups = ConcurrentHashMap.newKeySet();
    private final AtomicLong messages = new AtomicLong();

    TelegramBot(TelegramSimAccount account, TelegramUpdates updates) {
        this.account = account;
        this.updates = updates;
    }

    TelegramSimAccount account() {
        return account;
    }

    String id() {
        return account.botId();
    }

    TelegramUpdates updates() {
        return updates;
    }

    long nextMessageId() {
        return messages.incrementAndGet();
    }

    TelegramThread thread(TelegramPerson person) {
        return threads.computeIfAbsent(person.id(), fresh -> new TelegramThread(person));
    }

    Optional<TelegramThread> thread(long chat) {
        return Optional.ofNullable(threads.get(chat));
    }

    /** The button that waits for this answer was pressed there. */
    boolean release(String callback) {
        return threads.values().stream().anyMatch(thread -> thread.released(callback));
    }

    Set<Long> groups() {
        return groups;
    }

    Map<String, Object> asUser() {
        return Json.object(
                "id",
                Long.parseLong(id()),
                "is_bot",
                true,
                "first_name",
                account.name(),
                "username",
                account.userName());
    }
}
