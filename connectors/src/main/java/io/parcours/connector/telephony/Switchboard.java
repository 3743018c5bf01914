package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Backoff;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Problem;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.CallWatch;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account's connection to its exchange: kept up, watched, and compared with the calls that we know each time it is made. */
final class Switchboard implements AutoCloseable {

    static final Problem REPLACED = Problem.of("voice.replaced");

    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

    private final VoiceAccount account;
    private final Ari ari;
    private final Reception reception;
    private final Legs legs;
    private final Clock clock;
    private final Thread connecting;
    private final Map<String, Dialled> dialled = new ConcurrentHashMap<>();
    private final CallWatch watch;
    /** Whether what an earlier run left unsaid is known to be so; of interest to the connecting thread alone. */
    private boolean begun;

    private volatile boolean wanted = true;
    private volatile boolean replaced;
    private volatile EventStream stream;
    private Problem problem = Problem.of("voice.untried");
    private Instant since;

    Switchboard(VoiceAccount account, Ari ari, Reception reception, CallWatch watch, Clock clock) {
        this.account = account;
        this.ari = ari;
        this.reception = reception;
        this.legs = new Legs(account, ari, reception.parties());
        this.watch = watch;
        this.clock = clock;
        this.since = clock.instant();
        this.connecting = new Thread(this::stayConnected, "voice-" + account.name());
        connecting.setDaemon(true);
    }

    void start() {
        connecting.start();
    }

    VoiceAccount account() {
        return account;
    }

    Ari ari() {
        return ari;
    }

    Parties calls() {
        return reception.parties();
    }

    Reception reception() {
        return reception;
    }

    Legs legs() {
        return legs;
    }

    /** @throws IllegalStateException where there is no trunk to call by */
    String dial(CallRequest request, String agent, CallEvents agentSide, CallEvents calledSide) {
        Dialled call = new Dialled(
                ari,
                legs,
                request,
                agentSide,
                calledSide,
                both -> new Conference(account, ari, legs, reception.bridges(), both.id(), both::cancel),
                ended -> dialled.remove(ended.id()));
        dialled.put(call.id(), call);
        try {
            call.begin(agent);
        } catch (IllegalStateException noTrunk) {
            dialled.remove(call.id());
            throw noTrunk;
        }
        return call.id();
    }

    Optional<Dialled> dialled(String call) {
        return Optional.ofNullable(dialled.get(call));
    }

    /** Where a subscriber and an agent are together, whoever called whom. */
    Optional<Conference> conference(String call) {
        return dialled(call)
                .flatMap(Dialled::conference)
                .or(() -> reception.byChannel(call).flatMap(Call::conference));
    }

    synchronized AccountState state() {
        return new AccountState(account.tenant(), VoiceChannel.NAME, account.name(), problem, since);
    }

    private void stayConnected() {
        Backoff backoff = new Backoff(
                account.options().reconnectFirst(), account.options().reconnectMost());
        while (wanted) {
            replaced = false;
            Problem reason = connection();
            boolean worked = state().works();
            down(replaced ? REPLACED : reason);
            if (worked) {
                backoff.reset();
            }
            // Taking the name back at once would only throw the other one out in turn.
            sleep(replaced ? Backoff.uneven(account.options().afterReplaced()) : backoff.next());
        }
    }

    /** Returns when it is over. @return why */
    private Problem connection() {
        EventStream events = new EventStream(this::event);
        stream = events;
        long patience = account.options().commandTimeout().toMillis();
        WebSocket socket = null;
        try {
            socket = ari.events(events).get(2 * patience, TimeUnit.MILLISECONDS);
            if (!new Census(ari, reception, account).take(patience)) {
                return Problem.of("voice.census");
            }
            if (!begun && !reception.begunAnew()) {
                return Problem.of("voice.storage");
            }
            begun = true;
            up();
            return watch(socket, events);
        } catch (ExecutionException failed) {
            return Problem.of("voice.unreachable", failed.getCause().getClass().getSimpleName());
        } catch (TimeoutException late) {
            return Problem.of("voice.late");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Problem.of("stopped");
        } finally {
            if (socket != null) {
                socket.abort();
            }
        }
    }

    private Problem watch(WebSocket socket, EventStream events) throws InterruptedException, ExecutionException {
        while (wanted) {
            try {
                return events.ended().get(account.options().ping().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException quiet) {
                events.ping(socket);
            }
        }
        return Problem.of("stopped");
    }

    private void event(JsonNode event) {
        if (event.path("type").asText().equals("ApplicationReplaced")) {
            replaced = true;
            down(REPLACED);
            stream.ended().complete(REPLACED);
        } else {
            reception.event(event);
        }
    }

    private synchronized void up() {
        if (problem != null && !replaced) {
            problem = null;
            since = clock.instant();
            log.info("Voice account {}/{} is connected", account.tenant(), account.name());
            watch.exchangeChanged(account.tenant(), account.name());
        }
    }

    private synchronized void down(Problem reason) {
        if (problem == null) {
            since = clock.instant();
        }
        if (wanted && (problem == null || !problem.equals(reason))) {
            log.warn("Voice account {}/{} is down: {}", account.tenant(), account.name(), reason);
            watch.exchangeChanged(account.tenant(), account.name());
        }
        problem = reason;
    }

    private void sleep(Duration pause) {
        try {
            if (wanted) {
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            // The loop's condition tells.
        }
    }

    /**
     * The account is gone, or another one takes its place: whoever spoke with an agent is parted, and what was still to be
     * said goes on by the next channel.
     *
     * @param handOver whether the next one registers the same application and takes the callers up
     */
    void retire(boolean handOver) {
        close();
        Set<String> channels = reception.parties().channels();
        channels.stream()
                .filter(channel -> !handOver || Ids.ours(account, channel))
                .forEach(channel -> ari.hangUp(channel, Cause.NORMAL));
        channels.forEach(handOver ? reception.parties()::handedOver : reception.parties()::gone);
    }

    /** Calls stay up at the exchange: the next node, or this one after its restart, takes them up again. */
    @Override
    public void close() {
        wanted = false;
        connecting.interrupt();
        try {
            connecting.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
