package io.parcours.connector.telephony;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.ExchangeLine;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import io.parcours.connector.web.ServletServer;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Texts;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;
import org.springframework.util.FileSystemUtils;

/** The telephone channel against a simulated exchange, without Spring; prompts are silence that lasts a moment. */
final class VoiceTestBed implements AutoCloseable {

    static final String TENANT = "baobab";
    static final String ACCOUNT = "baobab-voice";
    static final String APPLICATION = "parcours-test";
    static final String SUBSCRIBER = "+2290197000001";
    static final String LINE = "600";
    static final VoiceOptions QUICK = waiting(Duration.ofMillis(300), Duration.ofMillis(200));

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final VoiceMeters meters = new VoiceMeters(registry);
    final RecordingInbox inbox = new RecordingInbox();
    final Watched watch = new Watched();
    final ExchangeSimulator exchange;
    final Path cache;
    final RecordingShelf shelf = new RecordingShelf();
    /** Who has left a conversation, in order, and how: "agent ANSWERED". */
    final List<String> ends = new CopyOnWriteArrayList<>();

    private final MediaTokens tokens = new MediaTokens(Clock.systemUTC());
    private final ServletServer media;
    private final VoiceAccount account;
    VoiceLines lines;
    VoiceChannel channel;
    AsteriskTelephony telephony;

    /** Counts what it is told. */
    static final class Watched implements CallWatch {
        final AtomicInteger calls = new AtomicInteger();
        final AtomicInteger exchanges = new AtomicInteger();

        @Override
        public void callChanged(String tenant, String account, String address) {
            calls.incrementAndGet();
        }

        @Override
        public void exchangeChanged(String tenant, String account) {
            exchanges.incrementAndGet();
        }
    }

    VoiceTestBed() {
        this(QUICK);
    }

    /** How long an account waits for the first key, and between two. */
    static VoiceOptions waiting(Duration firstKey, Duration betweenKeys) {
        return new VoiceOptions(
                Duration.ofMillis(700),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofSeconds(30),
                Duration.ofMillis(300),
                firstKey,
                betweenKeys,
                Duration.ofMillis(1_500),
                true);
    }

    VoiceTestBed(VoiceOptions options) {
        this(options, exchange -> exchange);
    }

    /** @param way where the account finds the exchange whose address is given */
    VoiceTestBed(VoiceOptions options, UnaryOperator<String> way) {
        try {
            cache = Files.createTempDirectory("prompts");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        exchange = ExchangeSimulator.start("journey", "ari-secret", new ExchangeLine(LINE, APPLICATION));
        exchange.faults().playbacksLast(Duration.ofMillis(100));
        media = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH);
        account = VoiceAccount.of(
                        TENANT,
                        ACCOUNT,
                        way.apply(exchange.url()),
                        "journey",
                        "ari-secret",
                        APPLICATION,
                        media.origin())
                .with(options)
                .in("BJ", "fr")
                .calling("PJSIP/trunk", "7070");
        restart();
    }

    /** The node stops, and another one begins that knows nothing of before. */
    void restart() {
        if (lines != null) {
            lines.stop();
        }
        Prompts prompts = new Prompts(
                new Recordings(null, shelf),
                cache,
                new EspeakSpeech(List.of(), Duration.ofSeconds(1)),
                new SpokenWords(new Texts()),
                tokens,
                Clock.systemUTC());
        lines = new VoiceLines(() -> List.of(account), prompts, inbox, meters, watch, Clock.systemUTC());
        channel = new VoiceChannel(lines, new SpokenWords(new Texts()), meters);
        telephony = new AsteriskTelephony(lines);
        lines.start();
        soon().until(() -> state().works());
    }

    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8));
    }

    Switchboard board() {
        return lines.all().iterator().next();
    }

    VoiceAccountKind kind() {
        return new VoiceAccountKind(lines, meters);
    }

    /** Where the exchange fetches prompts. */
    String mediaUrl() {
        return account.mediaUrl();
    }

    AccountState state() {
        return channel.states().get(0);
    }

    /** Somebody calls, and is answered. */
    CallerHandset caller(String number) {
        CallerHandset handset = exchange.handset(number);
        if (!handset.call(LINE)) {
            throw new IllegalStateException("Nobody takes the call");
        }
        soon().until(() -> handset.state() == CallerHandset.State.TALKING);
        return handset;
    }

    CallerHandset caller() {
        return caller(SUBSCRIBER);
    }

    /** An agent has the caller, and the two hear each other. @return the agent's leg */
    String connect(CallerHandset caller, String place, String name) {
        String leg = telephony.connect(TENANT, ACCOUNT, caller.callId(), place, told(name), told("caller"));
        soon().until(() -> together(caller.callId(), leg));
        return leg;
    }

    CallEvents told(String who) {
        return (CallEnd end) -> ends.add(who + " " + end.outcome());
    }

    boolean together(String one, String other) {
        return exchange.together().values().stream().anyMatch(room -> room.containsAll(Set.of(one, other)));
    }

    String say(String text) {
        return id(send(SUBSCRIBER, text, List.of(), Expectation.NOTHING));
    }

    String ask(String text, String... labels) {
        List<Choice> choices = List.of(labels).stream()
                .map(label -> new Choice("q#" + label.toUpperCase(), label))
                .toList();
        return id(send(SUBSCRIBER, text, choices, Expectation.CHOICE));
    }

    String askFor(Expectation expects, String text) {
        return id(send(SUBSCRIBER, text, List.of(), expects));
    }

    Delivery send(String to, String text, List<Choice> choices, Expectation expects) {
        return channel.send(new OutboundMessage(
                UUID.randomUUID(), TENANT, ACCOUNT, to, text, choices, expects, Optional.empty(), "q", "fr"));
    }

    static List<String> texts(CallerHandset handset) {
        return handset.heard().stream().map(Heard::text).toList();
    }

    private static String id(Delivery delivery) {
        return delivery.providerIds().get(0);
    }

    @Override
    public void close() {
        lines.stop();
        exchange.close();
        media.close();
        try {
            FileSystemUtils.deleteRecursively(cache);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
