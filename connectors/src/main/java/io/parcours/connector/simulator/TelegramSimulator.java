package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MediaShelf.Stored;
import io.parcours.connector.simulator.TelegramPostman.Webhook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Telegram on loopback, for the demo, for tests and as a witness of what the platform did: bots send and fetch through it over
 * HTTP, people write through it, and it calls the platform's webhooks as Telegram does.
 */
public final class TelegramSimulator implements AutoCloseable {

    private static final int CONCURRENT_REQUESTS = 32;
    private static final int CONCURRENT_WEBHOOKS = 4;

    private final Map<String, TelegramBot> bots = new LinkedHashMap<>();
    private final Map<String, TelegramPostman> postmen = new LinkedHashMap<>();
    private final TelegramFaults faults = new TelegramFaults();
    private final TelegramLedger ledger = new TelegramLedger();
    private final EventLog<TelegramEvent> events = new EventLog<>();
    private final MediaShelf files = new MediaShelf();
    private final Clockwork answering = new Clockwork("telegram-api", CONCURRENT_REQUESTS);
    private final Clockwork calling = new Clockwork("telegram-webhook", CONCURRENT_WEBHOOKS);
    private final TelegramApi api;

    private TelegramSimulator(int port, List<TelegramSimAccount> admitted) {
        for (TelegramSimAccount account : admitted) {
            String id = account.botId();
            TelegramUpdates updates = new TelegramUpdates(id, faults, ledger, calling);
            bots.put(id, new TelegramBot(account, updates));
            postmen.put(id, new TelegramPostman(id, updates, faults, events, calling));
        }
        faults.whenReleased(() -> bots.values().forEach(bot -> bot.updates().wake()));
        TelegramMethods methods = new TelegramMethods(ledger, faults, postmen, files);
        api = new TelegramApi(port, bots.values(), methods, files, faults, events, answering);
    }

    /** Listens on a free port of the loopback interface. */
    public static TelegramSimulator start(TelegramSimAccount... accounts) {
        return start(0, List.of(accounts));
    }

    /** @param port 0 for a free one */
    public static TelegramSimulator start(int port, List<TelegramSimAccount> accounts) {
        return new TelegramSimulator(port, accounts);
    }

    public int port() {
        return api.port();
    }

    /** What stands before {@code /bot<token>/sendMessage}. */
    public String url() {
        return api.url();
    }

    /** Brings the bot's updates there from now on, as if it had asked for it. */
    public void subscribe(String botId, String callbackUrl, String secretToken) {
        known(botId);
        postmen.get(botId).webhook(new Webhook(callbackUrl, secretToken));
    }

    /** The person's conversation with the bot. */
    public TelegramHandset handset(String botId, TelegramPerson person) {
        return new TelegramHandset(known(botId), person, files);
    }

    /** Whether the platform fetches the bot's updates, or has a webhook for them. */
    public boolean served(String botId) {
        return known(botId).updates().fetched() || !postmen.get(botId).url().isEmpty();
    }

    /** Whether the bot is still in that group. */
    public boolean inGroup(String botId, long group) {
        return known(botId).groups().contains(group);
    }

    /** How many updates the platform has not taken yet. */
    public int pending(String botId) {
        return known(botId).updates().pending();
    }

    /** The bytes of a file that somebody sent; the last 500 are kept. */
    public Optional<byte[]> file(String id) {
        return files.find(id).map(Stored::bytes).map(byte[]::clone);
    }

    public TelegramLedger ledger() {
        return ledger;
    }

    /** The last 5,000 events, oldest first. */
    public List<TelegramEvent> events() {
        return events.last();
    }

    /** Tells of every event, on the simulator's threads, until closed; also whenever a conversation may have changed. */
    public AutoCloseable listen(Consumer<TelegramEvent> listener) {
        return events.listen(listener);
    }

    public TelegramFaults faults() {
        return faults;
    }

    /** How files are given out. */
    public FileFaults fileFaults() {
        return files.faults();
    }

    @Override
    public void close() {
        api.close();
        answering.close();
        calling.close();
    }

    private TelegramBot known(String botId) {
        TelegramBot bot = bots.get(botId);
        if (bot == null) {
            throw new IllegalArgumentException("No bot " + botId + " at the simulated Telegram");
        }
        return bot;
    }
}
