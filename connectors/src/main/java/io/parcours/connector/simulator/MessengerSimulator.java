package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MediaShelf.Stored;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Messenger on loopback, for the demo, for tests and as a witness of what the platform did: pages send through it over HTTP,
 * people write through it, and it calls the platform's webhooks as Meta does.
 */
public final class MessengerSimulator implements AutoCloseable {

    private static final int CONCURRENT_REQUESTS = 32;
    private static final int CONCURRENT_WEBHOOKS = 8;

    private final Map<String, MessengerSimAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Webhooks> webhooks = new LinkedHashMap<>();
    private final Map<String, MessengerReceipts> receipts = new LinkedHashMap<>();
    private final MessengerFaults faults = new MessengerFaults();
    private final MessengerLedger ledger = new MessengerLedger();
    private final EventLog<MessengerEvent> events = new EventLog<>();
    private final MessengerPeople people = new MessengerPeople();
    private final MediaShelf files = new MediaShelf();
    private final TemplateBook templates = new TemplateBook();
    private final Clockwork answering = new Clockwork("messenger-api", CONCURRENT_REQUESTS);
    private final Clockwork calling = new Clockwork("messenger-webhook", CONCURRENT_WEBHOOKS);
    private final MessengerSends sends;
    private final MessengerApi api;

    private MessengerSimulator(int port, List<MessengerSimAccount> admitted) {
        for (MessengerSimAccount account : admitted) {
            String id = account.pageId();
            accounts.put(id, account);
            webhooks.put(id, new Webhooks(new MessengerMailing(account, events, ledger), faults, calling));
            receipts.put(id, new MessengerReceipts(id, webhooks.get(id), faults, calling));
        }
        faults.whenReleased(() -> webhooks.values().forEach(Webhooks::wake));
        sends = new MessengerSends(people, templates, ledger, faults, receipts);
        api = new MessengerApi(port, accounts, sends, files, faults, events, answering);
    }

    /** Listens on a free port of the loopback interface. */
    public static MessengerSimulator start(MessengerSimAccount... accounts) {
        return start(0, List.of(accounts));
    }

    /** @param port 0 for a free one */
    public static MessengerSimulator start(int port, List<MessengerSimAccount> accounts) {
        return new MessengerSimulator(port, accounts);
    }

    public int port() {
        return api.port();
    }

    /** What stands before {@code /v23.0/<page id>/messages}. */
    public String url() {
        return api.url();
    }

    /** Shakes hands with the platform at this address, until it is up; webhooks wait until then. */
    public void subscribe(String pageId, String callbackUrl) {
        known(pageId);
        webhooks.get(pageId).subscribe(callbackUrl);
    }

    /** Whether the platform has shaken hands. */
    public boolean subscribed(String pageId) {
        known(pageId);
        return webhooks.get(pageId).verified();
    }

    /** @param person by whatever name; each page knows them by an id of its own */
    public MessengerHandset handset(String pageId, String person) {
        MessengerSimAccount account = known(pageId);
        return new MessengerHandset(
                account, people.of(pageId, person), files, url(), webhooks.get(pageId), receipts.get(pageId));
    }

    /** Somebody answers by hand, in the page's own inbox. */
    public String writeByHand(String pageId, String person, String text) {
        return sends.byHand(known(pageId), people.of(pageId, person), text);
    }

    /** Meta blocks the page, or no longer does, and tells it. */
    public void enforcePolicy(String pageId, boolean block) {
        known(pageId);
        String action = block ? "block" : "unblock";
        Map<String, Object> policy = Json.object("action", action, "reason", "As told to the simulator");
        Map<String, Object> body = Json.object(
                "recipient",
                Json.object("id", pageId),
                "timestamp",
                Instant.now().toEpochMilli(),
                "policy_enforcement",
                policy);
        webhooks.get(pageId)
                .tellStatus(new Notification(
                        MessengerSends.mid(), "", "policy_enforcement", null, body, "policy " + action, () -> {}));
    }

    /** Approves a utility template of which only the number of parameters matters. */
    public void approve(String name, String language, int parameterCount) {
        templates.approve(name, language, parameterCount);
    }

    /** Approves a utility template that the handset can show. @param body with {@code {{1}}} where parameters go */
    public void approve(String name, String language, String body) {
        templates.approve(name, language, body, List.of());
    }

    /** The bytes of a file that somebody sent; the last 500 are kept. */
    public Optional<byte[]> file(String id) {
        return files.find(id).map(Stored::bytes).map(byte[]::clone);
    }

    public MessengerLedger ledger() {
        return ledger;
    }

    /** The last 5,000 events, oldest first. */
    public List<MessengerEvent> events() {
        return events.last();
    }

    /** Tells of every event, on the simulator's threads, until closed; also whenever a conversation may have changed. */
    public AutoCloseable listen(Consumer<MessengerEvent> listener) {
        return events.listen(listener);
    }

    public MessengerFaults faults() {
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

    private MessengerSimAccount known(String pageId) {
        MessengerSimAccount account = accounts.get(pageId);
        if (account == null) {
            throw new IllegalArgumentException("No page " + pageId + " at the simulated Messenger");
        }
        return account;
    }
}
