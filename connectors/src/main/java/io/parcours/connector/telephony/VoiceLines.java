package io.parcours.connector.telephony;

import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * Every account of every tenant, connected while the application runs. The accounts are asked for at the start, when the web
 * server is up already and its port is known.
 */
final class VoiceLines implements SmartLifecycle {

    private final Supplier<List<VoiceAccount>> accounts;
    private final Prompts prompts;
    private final Inbox inbox;
    private final VoiceMeters meters;
    private final Clock clock;
    private final Workforce workforce = new Workforce();
    private volatile Map<String, Switchboard> boards = Map.of();
    private boolean running;

    VoiceLines(Supplier<List<VoiceAccount>> accounts, Prompts prompts, Inbox inbox, VoiceMeters meters, Clock clock) {
        this.accounts = accounts;
        this.prompts = prompts;
        this.inbox = inbox;
        this.meters = meters;
        this.clock = clock;
    }

    Optional<Switchboard> find(String tenant, String account) {
        return Optional.ofNullable(boards.get(key(tenant, account)));
    }

    Collection<Switchboard> all() {
        return boards.values();
    }

    /** @throws IllegalArgumentException saying which accounts cannot be together */
    @Override
    public synchronized void start() {
        Map<String, Switchboard> made = new LinkedHashMap<>();
        Set<String> applications = new HashSet<>();
        for (VoiceAccount account : accounts.get()) {
            if (!applications.add(account.url() + " " + account.application())) {
                throw new IllegalArgumentException("Two voice accounts register the application "
                        + account.application() + " at the same exchange; one would put the other out");
            }
            if (made.put(key(account.tenant(), account.name()), board(account)) != null) {
                throw new IllegalArgumentException("Two voice accounts of one tenant are named " + account.name());
            }
        }
        boards = Collections.unmodifiableMap(made);
        made.values().forEach(meters::watch);
        made.values().forEach(Switchboard::start);
        running = true;
    }

    @Override
    public synchronized void stop() {
        if (running) {
            running = false;
            boards.values().forEach(Switchboard::close);
            workforce.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    private Switchboard board(VoiceAccount account) {
        Ari ari = new Ari(account, meters);
        Parties parties = new Parties(workforce.calls());
        CallMaker calls = new CallMaker(account, ari, workforce, prompts, inbox, meters, clock);
        return new Switchboard(account, ari, new Reception(account, ari, parties, calls), clock);
    }

    private static String key(String tenant, String account) {
        return tenant + "/" + account;
    }
}
