package io.parcours.connector.simulator;

import io.parcours.connector.SegmentedText;
import io.parcours.connector.simulator.SimulatedSms.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A message centre on loopback that speaks real SMPP 3.4, for the demo and for tests: accounts bind to it, subscribers
 * write through it, and it keeps what happened. Its clients may be transmitters, receivers or transceivers.
 */
public final class SmscSimulator implements AutoCloseable {

    private final Map<String, SmscAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Postman> letters = new LinkedHashMap<>();
    private final Map<String, Postman> receiptPosts = new LinkedHashMap<>();
    // Not the references of before a restart: the platform would take what is written now for a copy.
    private final AtomicInteger references =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(0x10000));
    private final SmscFaults faults = new SmscFaults();
    private final Journal journal = new Journal();
    private final Receipts receipts = new Receipts(receiptPosts, faults);
    private final Bindings bindings = new Bindings(accounts, faults, journal, this::wake);
    private final FrontDoor door;

    private SmscSimulator(ServerSocket socket, List<SmscAccount> admitted) {
        for (SmscAccount account : admitted) {
            String systemId = account.systemId();
            accounts.put(systemId, account);
            letters.put(systemId, new Postman(systemId, () -> bindings.receiver(systemId), faults, journal));
            receiptPosts.put(systemId, new Postman(systemId, () -> bindings.receiver(systemId), faults, journal));
        }
        door = new FrontDoor(socket, bindings, new Submissions(bindings, faults, journal, receipts));
    }

    /** Listens on a free port of the loopback interface. */
    public static SmscSimulator start(SmscAccount... accounts) {
        return start(0, List.of(accounts));
    }

    /** @param port 0 for a free one */
    public static SmscSimulator start(int port, List<SmscAccount> accounts) {
        try {
            return new SmscSimulator(new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1")), accounts);
        } catch (IOException taken) {
            throw new UncheckedIOException("The simulated message centre cannot listen on port " + port, taken);
        }
    }

    public int port() {
        return door.port();
    }

    /** {@code smpp://systemId:password@127.0.0.1:port}: what an account of the platform needs. */
    public String url(String systemId) {
        return "smpp://" + systemId + ":" + account(systemId).password() + "@127.0.0.1:" + port();
    }

    public boolean bound(String systemId) {
        return bindings.receiver(systemId).isPresent();
    }

    /** The subscriber writes to the account's short number; the text waits until the account has bound. */
    public void write(String systemId, String from, String text) {
        write(account(systemId), "+" + from.replaceAll("[^0-9]", ""), text);
    }

    /** Every text of the last 5,000, oldest first. */
    public List<SimulatedSms> ledger() {
        return journal.texts();
    }

    /** What the handset with this number shows, oldest first. */
    public List<SimulatedSms> conversation(String msisdn) {
        return ledger().stream().filter(text -> text.msisdn().equals(msisdn)).toList();
    }

    /** What the handset with this number shows of one account, oldest first. */
    public List<SimulatedSms> conversation(String systemId, String msisdn) {
        return conversation(msisdn).stream()
                .filter(text -> text.systemId().equals(systemId))
                .toList();
    }

    /** The last 5,000 events, oldest first. */
    public List<SmscEvent> events() {
        return journal.events();
    }

    /** Tells of every event, on the centre's threads, until closed; also whenever {@link #ledger} may have changed. */
    public AutoCloseable listen(Consumer<SmscEvent> listener) {
        return journal.listen(listener);
    }

    /** Tells of every text, in both directions, as it is written or shown, until closed; forgets none. */
    public AutoCloseable read(Consumer<SimulatedSms> reader) {
        return journal.read(reader);
    }

    public SmscFaults faults() {
        return faults;
    }

    /** Closes every connection without a word; clients may bind again. */
    public void dropBinds() {
        bindings.all().forEach(session -> session.close());
    }

    /** Keeps receipts back until {@link #releaseReceiptsInReverse}. */
    public void holdReceipts() {
        faults.holdReceipts(true);
    }

    public void releaseReceiptsInReverse() {
        receipts.releaseInReverse();
    }

    @Override
    public void close() {
        door.close();
        letters.values().forEach(Postman::close);
        receiptPosts.values().forEach(Postman::close);
        dropBinds();
    }

    private void write(SmscAccount account, String from, String text) {
        String systemId = account.systemId();
        String to = account.shortNumber();
        SegmentedText segmented = SegmentedText.of(text, references.incrementAndGet());
        long number =
                journal.add(systemId, from, to, true, text, segmented.segments().size());
        List<Parcel> parcels = new ArrayList<>();
        for (byte[] segment : segmented.segments()) {
            int reference = references.incrementAndGet() & 0xFFFF;
            parcels.add(Parcel.written("mo-" + number, reference, from, to, segmented, segment));
        }
        letters.get(systemId).take(parcels, 0);
        CompletableFuture<?>[] done = parcels.stream().map(Parcel::done).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(done)
                .thenRun(() -> journal.move(number, taken(parcels) ? State.TAKEN : State.GIVEN_UP));
    }

    private void wake(String systemId) {
        letters.get(systemId).wake();
        receiptPosts.get(systemId).wake();
    }

    private SmscAccount account(String systemId) {
        SmscAccount account = accounts.get(systemId);
        if (account == null) {
            throw new IllegalArgumentException("No account " + systemId + " at the simulated message centre");
        }
        return account;
    }

    private static boolean taken(List<Parcel> parcels) {
        return parcels.stream().allMatch(parcel -> parcel.done().join());
    }
}
