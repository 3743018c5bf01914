package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MediaShelf.Stored;
import io.parcours.connector.simulator.Phones.Person;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * WhatsApp's Cloud API on loopback, for the demo, for tests and as a witness of what the platform did: businesses send
 * through it over HTTP, subscribers write through it, and it calls the platform's webhooks as Meta does.
 */
public final class WhatsAppSimulator implements AutoCloseable {

    private static final int CONCURRENT_REQUESTS = 32;
    private static final int CONCURRENT_WEBHOOKS = 8;

    private final Map<String, WhatsAppSimAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Webhooks> webhooks = new LinkedHashMap<>();
    private final Map<String, Statuses> statuses = new LinkedHashMap<>();
    private final WhatsAppFaults faults = new WhatsAppFaults();
    private final WhatsAppLedger ledger = new WhatsAppLedger();
    private final EventLog<WhatsAppEvent> events = new EventLog<>();
    private final Phones phones = new Phones();
    private final Bubbles bubbles = new Bubbles();
    private final MediaShelf media = new MediaShelf();
    private final TemplateBook templates = new TemplateBook();
    private final Clockwork answering = new Clockwork("whatsapp-api", CONCURRENT_REQUESTS);
    private final Clockwork calling = new Clockwork("whatsapp-webhook", CONCURRENT_WEBHOOKS);
    private final GraphApi api;

    private WhatsAppSimulator(int port, List<WhatsAppSimAccount> admitted) {
        for (WhatsAppSimAccount account : admitted) {
            String id = account.phoneNumberId();
            accounts.put(id, account);
            webhooks.put(id, new Webhooks(new WhatsAppMailing(account, events, ledger), faults, calling));
            statuses.put(id, new Statuses(id, webhooks.get(id), bubbles, faults, calling));
        }
        faults.whenReleased(() -> webhooks.values().forEach(Webhooks::wake));
        OutboundMessages messages = new OutboundMessages(phones, bubbles, templates, ledger, faults, statuses);
        api = new GraphApi(
                port, accounts, messages, new GraphFiles(accounts, media, faults), faults, events, answering);
    }

    /** Listens on a free port of the loopback interface. */
    public static WhatsAppSimulator start(WhatsAppSimAccount... accounts) {
        return start(0, List.of(accounts));
    }

    /** @param port 0 for a free one */
    public static WhatsAppSimulator start(int port, List<WhatsAppSimAccount> accounts) {
        return new WhatsAppSimulator(port, accounts);
    }

    public int port() {
        return api.port();
    }

    /** What stands before {@code /v23.0/<phone number id>/messages}. */
    public String url() {
        return api.url();
    }

    /** Shakes hands with the platform at this address, until it is up; webhooks wait until then. */
    public void subscribe(String phoneNumberId, String callbackUrl) {
        known(phoneNumberId);
        webhooks.get(phoneNumberId).subscribe(callbackUrl);
    }

    /** Whether the platform has shaken hands. */
    public boolean subscribed(String phoneNumberId) {
        known(phoneNumberId);
        return webhooks.get(phoneNumberId).verified();
    }

    /** The subscriber's conversation with the business number. */
    public WhatsAppHandset handset(String phoneNumberId, Subscriber subscriber) {
        WhatsAppSimAccount account = known(phoneNumberId);
        Person person = phones.of(subscriber);
        return new WhatsAppHandset(
                account, person, bubbles, media, webhooks.get(phoneNumberId), statuses.get(phoneNumberId));
    }

    /** The subscriber writes to the business number; the text waits until the platform takes it. */
    public String write(String phoneNumberId, Subscriber from, String text) {
        return handset(phoneNumberId, from).write(text);
    }

    /** What the subscriber's handset shows of the business number, oldest first, of the last 5,000 messages. */
    public List<WhatsAppBubble> conversation(String phoneNumberId, Subscriber subscriber) {
        return handset(phoneNumberId, subscriber).conversation();
    }

    /** Makes what the subscriber last wrote to each business number older, so that the 24 hours pass at once. */
    public void age(Subscriber subscriber, Duration by) {
        phones.of(subscriber).age(by);
    }

    /** From now on this subscriber cannot be reached. */
    public void notOnWhatsApp(Subscriber subscriber) {
        phones.of(subscriber).absent = true;
    }

    /** Approves a template of which only the number of parameters matters. */
    public void approve(String name, String language, int parameterCount) {
        templates.approve(name, language, parameterCount);
    }

    /**
     * Approves a template that the handset can show.
     *
     * @param body with {@code {{1}}} or {@code {{name}}} where parameters go
     * @param quickReplies the titles of its buttons
     */
    public void approve(String name, String language, String body, String... quickReplies) {
        templates.approve(name, language, body, List.of(quickReplies));
    }

    /** Meta pauses templates that subscribers complain of, and resumes them. */
    public void pause(String name, String language, boolean paused) {
        templates.pause(name, language, paused);
    }

    /**
     * Meta has looked at a template again, and tells every business account of it by its webhook.
     *
     * @param status such as {@code REJECTED}
     * @param reason such as {@code INVALID_FORMAT}; null where there is none
     */
    public void decide(String name, String language, String status, String reason) {
        templates.state(name, language, status, reason);
        webhooks.values().forEach(each -> each.tellStatus(TemplateNews.of(name, language, status, reason)));
    }

    /** The template has a header of this format, such as {@code IMAGE}. */
    public void header(String name, String language, String format) {
        templates.header(name, language, format);
    }

    /** The bytes of a file that a subscriber sent; the last 500 are kept. */
    public Optional<byte[]> file(String mediaId) {
        return media.find(mediaId).map(Stored::bytes).map(byte[]::clone);
    }

    public WhatsAppLedger ledger() {
        return ledger;
    }

    /** The last 5,000 events, oldest first. */
    public List<WhatsAppEvent> events() {
        return events.last();
    }

    /** Tells of every event, on the simulator's threads, until closed; also whenever a conversation may have changed. */
    public AutoCloseable listen(Consumer<WhatsAppEvent> listener) {
        return events.listen(listener);
    }

    public WhatsAppFaults faults() {
        return faults;
    }

    /** How files are given out. */
    public FileFaults fileFaults() {
        return media.faults();
    }

    @Override
    public void close() {
        api.close();
        answering.close();
        calling.close();
    }

    private WhatsAppSimAccount known(String phoneNumberId) {
        WhatsAppSimAccount account = accounts.get(phoneNumberId);
        if (account == null) {
            throw new IllegalArgumentException("No number " + phoneNumberId + " at the simulated WhatsApp");
        }
        return account;
    }
}
