package io.parcours.connector.telephony;

import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.SmartLifecycle;

/** Every account of every tenant, connected while the application runs. */
final class VoiceLines implements SmartLifecycle {

    private final Map<String, Switchboard> boards = new LinkedHashMap<>();
    private final Workforce workforce = new Workforce();
    private boolean running;

    VoiceLines(Collection<VoiceAccount> accounts, Prompts prompts, Inbox inbox, VoiceMeters meters, Clock clock) {
        Set<String> applications = new HashSet<>();
        for (VoiceAccount account : accounts) {
            Ari ari = new Ari(account, meters);
            Parties parties = new Parties(workforce.calls());
            CallMaker calls = new CallMaker(account, ari, workforce, prompts, inbox, meters, clock);
            Switchboard board = new Switchboard(account, ari, new Reception(account, ari, parties, calls), clock);
            if (!applications.add(account.url() + " " + account.application())) {
                throw new IllegalArgumentException("Two voice accounts register the application "
                        + account.application() + " at the same exchange; one would put the other out");
            }
            if (boards.put(key(account.tenant(), account.name()), board) != null) {
                throw new IllegalArgumentException("Two voice accounts of one tenant are named " + account.name());
            }
            meters.watch(board);
        }
    }

    Optional<Switchboard> find(String tenant, String account) {
        return Optional.ofNullable(boards.get(key(tenant, account)));
    }

    Collection<Switchboard> all() {
        return boards.values();
    }

    @Override
    public synchronized void start() {
        running = true;
        boards.values().forEach(Switchboard::start);
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

    private static String key(String tenant, String account) {
        return tenant + "/" + account;
    }
}
