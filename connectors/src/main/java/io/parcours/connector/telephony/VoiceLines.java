package io.parcours.connector.telephony;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Problem;
import io.parcours.telephony.CallWatch;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * Every account of every tenant, connected while the application runs. Those of the configuration are asked for at the start,
 * when the web server is up already and its port is known; others come and go.
 */
final class VoiceLines implements SmartLifecycle {

    private final Supplier<List<VoiceAccount>> accounts;
    private final Prompts prompts;
    private final Inbox inbox;
    private final VoiceMeters meters;
    private final CallWatch watch;
    private final Clock clock;
    private final Workforce workforce = new Workforce();
    private volatile Map<String, Switchboard> boards = Map.of();
    private boolean running;

    /** @param watch told of what changes in calls and at exchanges */
    VoiceLines(
            Supplier<List<VoiceAccount>> accounts,
            Prompts prompts,
            Inbox inbox,
            VoiceMeters meters,
            CallWatch watch,
            Clock clock) {
        this.accounts = accounts;
        this.prompts = prompts;
        this.inbox = inbox;
        this.meters = meters;
        this.watch = watch;
        this.clock = clock;
    }

    /** By which what is to be said becomes sound, for all accounts. */
    Prompts prompts() {
        return prompts;
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
        for (VoiceAccount account : accounts.get()) {
            if (find(account.tenant(), account.name()).isPresent()) {
                throw new IllegalArgumentException("Two voice accounts of one tenant are named " + account.name());
            }
            open(account);
        }
        running = true;
    }

    /**
     * Connects it, in place of the tenant's own of that name, whose callers it takes up where they are in its application.
     *
     * @throws IllegalArgumentException where another account registers the same application at the same exchange
     */
    synchronized void open(VoiceAccount account) {
        for (Switchboard other : boards.values()) {
            boolean itself = other.account().tenant().equals(account.tenant())
                    && other.account().name().equals(account.name());
            if (!itself && other.account().sameApplication(account)) {
                throw new WrongValue(
                        "Voice account " + account.tenant() + "/" + account.name() + ": ",
                        Problem.of("account.sameApplication", account.application()));
            }
        }
        find(account.tenant(), account.name()).ifPresent(before -> retire(before, account));
        Switchboard board = board(account);
        change(all -> all.put(key(account.tenant(), account.name()), board));
        meters.watch(board);
        board.start();
    }

    synchronized void close(String tenant, String account) {
        find(tenant, account).ifPresent(gone -> {
            change(all -> all.remove(key(tenant, account)));
            retire(gone, null);
        });
    }

    /** Before the accounts that were set up on the screen: a wrong one of those must not keep the platform from starting. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 101;
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

    private void retire(Switchboard before, VoiceAccount next) {
        meters.forget(before);
        before.retire(next != null && before.account().sameApplication(next));
    }

    private void change(Consumer<Map<String, Switchboard>> how) {
        Map<String, Switchboard> changed = new LinkedHashMap<>(boards);
        how.accept(changed);
        boards = Collections.unmodifiableMap(changed);
    }

    private Switchboard board(VoiceAccount account) {
        Ari ari = new Ari(account, meters);
        Parties parties = new Parties(workforce.calls());
        CallMaker calls = new CallMaker(account, ari, workforce, prompts, inbox, meters, watch, clock);
        return new Switchboard(account, ari, new Reception(account, ari, parties, calls), watch, clock);
    }

    private static String key(String tenant, String account) {
        return tenant + "/" + account;
    }
}
