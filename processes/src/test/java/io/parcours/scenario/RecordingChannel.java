package io.parcours.scenario;

import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records what leaves; a test may let it fail. */
public class RecordingChannel implements Channel {

    private final String name;
    private final Duration window;
    private final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger placesDrawn = new AtomicInteger();
    private volatile Duration place = Duration.ZERO;
    private volatile Duration silence = Duration.ZERO;
    private volatile int freePlaces = Integer.MAX_VALUE;
    private volatile Problem problem;
    private volatile boolean gone;
    private volatile String templateProblem;
    private volatile boolean carriesFiles;
    private volatile Duration replies;
    private volatile Function<OutboundMessage, Delivery> behaviour = RecordingChannel::taken;

    /** @param window for how long after the subscriber's last message free text may be sent; null for always */
    RecordingChannel(String name, Duration window) {
        this.name = name;
        this.window = window;
    }

    @Override
    public Optional<Duration> freeTextWindow() {
        return Optional.ofNullable(window);
    }

    @Override
    public Optional<Duration> replyWindow(String tenant, String account) {
        return replies == null ? freeTextWindow() : Optional.of(replies);
    }

    /** For how long from now on what a person writes may leave as free text. */
    public void takesRepliesFor(Duration longer) {
        replies = longer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> account(String tenant) {
        return spoken() ? Optional.empty() : Optional.of("demo");
    }

    @Override
    public Optional<String> addressOf(String msisdn) {
        return Set.of("sms", "whatsapp").contains(name) ? Optional.of(msisdn) : Optional.empty();
    }

    @Override
    public Optional<String> invitation(String tenant, UUID customer) {
        return name.equals("messenger") ? Optional.of("https://m.me/demo?ref=" + customer) : Optional.empty();
    }

    @Override
    public boolean spoken() {
        return name.equals("voice");
    }

    @Override
    public Duration place(String tenant, String account) {
        placesDrawn.incrementAndGet();
        return place;
    }

    /** How many places were drawn until now. */
    public int placesDrawn() {
        return placesDrawn.get();
    }

    /** How long whoever asks now has to wait for its turn. */
    public void line(Duration wait) {
        place = wait;
    }

    @Override
    public boolean tellsStates() {
        return true;
    }

    @Override
    public List<AccountState> states() {
        return Stream.of("demo", "littoral", "lagune")
                .filter(tenant -> !gone)
                .map(tenant -> new AccountState(tenant, name, "demo", problem, Instant.now()))
                .toList();
    }

    @Override
    public Duration silence(String tenant, String account) {
        return silence;
    }

    /** How long the provider wants to be left alone. */
    public void isSilent(Duration wait) {
        silence = wait;
    }

    @Override
    public int freePlaces(String tenant, String account) {
        return silence.isZero() ? freePlaces : 0;
    }

    /** How many may leave in the next second. */
    public void hasPlaces(int free) {
        freePlaces = free;
    }

    /** Somebody removed the account. */
    public void isGone() {
        gone = true;
    }

    public void isDown(Problem reason) {
        problem = reason;
    }

    @Override
    public Optional<String> refuses(String tenant, String account, Template template) {
        return Optional.ofNullable(templateProblem);
    }

    /** What is known of every template from now on. */
    public void refusesTemplates(String reason) {
        templateProblem = reason;
    }

    @Override
    public boolean carriesFiles() {
        return carriesFiles;
    }

    public void carriesFiles(boolean carries) {
        carriesFiles = carries;
    }

    @Override
    public Delivery send(OutboundMessage message) {
        Delivery delivery = behaviour.apply(message);
        sent.add(message);
        return delivery;
    }

    /** What the provider does from now on with each message. */
    public void answers(Function<OutboundMessage, Delivery> next) {
        behaviour = next;
    }

    public void works() {
        problem = null;
        gone = false;
        templateProblem = null;
        carriesFiles = false;
        replies = null;
        place = Duration.ZERO;
        silence = Duration.ZERO;
        freePlaces = Integer.MAX_VALUE;
        behaviour = RecordingChannel::taken;
    }

    public List<OutboundMessage> sentTo(String address) {
        return sent.stream().filter(message -> message.to().equals(address)).toList();
    }

    /** What the provider says of a message that it took and could not deliver. @param refusal what may help */
    public Receipt undeliverable(OutboundMessage message, String code, SendRefused.Kind refusal, Instant at) {
        return new Receipt(
                message.tenant(),
                name,
                message.account(),
                "id-" + message.id(),
                DeliveryState.UNDELIVERABLE,
                at,
                code,
                refusal);
    }

    public static Delivery taken(OutboundMessage message) {
        return new Delivery(new ArrayList<>(List.of("id-" + message.id())));
    }
}
