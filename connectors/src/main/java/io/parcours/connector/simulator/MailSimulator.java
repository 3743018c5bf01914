package io.parcours.connector.simulator;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A mail world on loopback that speaks real SMTP and IMAP, for the demo and for tests: operators send and read through it,
 * subscribers write and answer, and it keeps what happened.
 */
public final class MailSimulator implements AutoCloseable {

    private final Map<String, MailSimAccount> accounts = new LinkedHashMap<>();
    private final MailFaults faults = new MailFaults();
    private final MailLedger ledger = new MailLedger();
    private final EventLog<MailEvent> events = new EventLog<>();
    private final MailShelf shelf = new MailShelf();
    private final MailForge forge = new MailForge();
    private final MailServers servers;
    private final SmtpGate smtp;
    private final ImapGate imap;

    private MailSimulator(int smtpPort, int imapPort, List<MailSimAccount> admitted) {
        admitted.forEach(account -> accounts.put(account.address(), account));
        servers = new MailServers(accounts.values());
        smtp = new SmtpGate(smtpPort, servers.smtpPort(), faults, events, this::taken);
        imap = new ImapGate(imapPort, servers.imapPort(), faults, events, () -> shelf.taken(servers.seen()));
        smtp.start();
        imap.start();
    }

    /** Listens on two free ports of the loopback interface. */
    public static MailSimulator start(MailSimAccount... accounts) {
        return start(0, 0, List.of(accounts));
    }

    /** @param smtpPort 0 for a free one, as the other */
    public static MailSimulator start(int smtpPort, int imapPort, List<MailSimAccount> accounts) {
        return new MailSimulator(smtpPort, imapPort, accounts);
    }

    public int smtpPort() {
        return smtp.port();
    }

    public int imapPort() {
        return imap.port();
    }

    /** {@code smtp://user:password@127.0.0.1:port}: what an account of the platform needs to send. */
    public String smtpUrl(String address) {
        return "smtp://" + known(address).login() + "@127.0.0.1:" + smtp.port();
    }

    /** What it needs to read. */
    public String imapUrl(String address) {
        return "imap://" + known(address).login() + "@127.0.0.1:" + imap.port();
    }

    /** The subscriber writes to an operator. @return the mail's id */
    public String write(String from, String to, String subject, String text) {
        return put(from, to, Making.of(() -> forge.written(from, to, subject, text)), text);
    }

    /** The same with a file. */
    public String write(String from, String to, String subject, String text, String name, String type, byte[] file) {
        return put(from, to, Making.of(() -> forge.withFile(from, to, subject, text, name, type, file)), text);
    }

    /** The subscriber answers a mail of an operator, which stands quoted below. @return the answer's id */
    public String reply(String mailId, String text) {
        SimulatedMail mail = shelf.find(mailId)
                .filter(found -> !found.fromSubscriber())
                .orElseThrow(() -> new IllegalArgumentException("No mail of an operator has the id " + mailId));
        return put(mail.subscriber(), mail.account(), Making.of(() -> forge.answer(mail, text)), text);
    }

    /** Puts something into an operator's mailbox as it stands, mail or not. */
    public void deliver(String to, String raw) {
        known(to);
        servers.deliver(to, forge.parse(raw));
        events.note(new MailEvent(Instant.now(), "mail", true, to, "", "", 0, ""));
    }

    /** What the subscriber's mail program shows of all operators, oldest first. */
    public List<SimulatedMail> conversation(String subscriber) {
        return shelf.all().stream()
                .filter(mail -> mail.subscriber().equalsIgnoreCase(subscriber))
                .toList();
    }

    /** The same of one operator. */
    public List<SimulatedMail> conversation(String account, String subscriber) {
        return conversation(subscriber).stream()
                .filter(mail -> mail.account().equals(account))
                .toList();
    }

    /** The ids of what the platform has marked as seen. */
    public Set<String> seen() {
        return servers.seen();
    }

    /** Deletes from the operators' mailboxes what the platform has marked as seen, as whoever keeps them would now and then. */
    public void tidy() {
        servers.tidy();
    }

    /** Whether the platform looks into a mailbox now. */
    public boolean connected() {
        return imap.visited();
    }

    public MailLedger ledger() {
        return ledger;
    }

    /** The last 5,000 events, oldest first. */
    public List<MailEvent> events() {
        return events.last();
    }

    /** Tells of every event, on the simulator's threads, until closed; also whenever a conversation may have changed. */
    public AutoCloseable listen(Consumer<MailEvent> listener) {
        return events.listen(listener);
    }

    public MailFaults faults() {
        return faults;
    }

    /** Closes every connection to the mailboxes without a word; the platform may come again. */
    public void dropMailboxes() {
        imap.dropAll();
    }

    /** The same for connections by which mail is handed in. */
    public void dropSubmissions() {
        smtp.dropAll();
    }

    @Override
    public void close() {
        smtp.close();
        imap.close();
        servers.close();
    }

    private String taken(String from, String to, String raw) {
        MimeMessage mail = forge.parse(raw);
        SimulatedMail shown = MailForge.shown(from, to, mail, false);
        shelf.add(shown);
        ledger.accept(new MailLedger.Accepted(shown.at(), shown.id(), from, to, shown.subject(), raw));
        if (faults.bounces(to)) {
            back(from, Making.of(() -> forge.bounce(shown, raw)));
        }
        if (faults.isAbsent(to)) {
            back(from, Making.of(() -> forge.automatic(shown)));
        }
        return shown.id();
    }

    private void back(String to, MimeMessage mail) {
        servers.deliver(to, mail);
        events.note(new MailEvent(Instant.now(), "mail", true, to, "", MailForge.header(mail, "Message-ID"), 0, ""));
    }

    private String put(String from, String to, MimeMessage mail, String text) {
        known(to);
        SimulatedMail sent = MailForge.shown(to, from.toLowerCase(Locale.ROOT), mail, true);
        shelf.add(new SimulatedMail(
                sent.id(),
                sent.at(),
                to,
                sent.subscriber(),
                true,
                from,
                sent.subject(),
                text,
                "",
                sent.inReplyTo(),
                false));
        servers.deliver(to, mail);
        events.note(new MailEvent(Instant.now(), "mail", true, to, sent.subscriber(), sent.id(), 0, sent.subject()));
        return sent.id();
    }

    private MailSimAccount known(String address) {
        MailSimAccount account = accounts.get(address);
        if (account == null) {
            throw new IllegalArgumentException("No mailbox " + address + " in the simulated mail world");
        }
        return account;
    }
}
