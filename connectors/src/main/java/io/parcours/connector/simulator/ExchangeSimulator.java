package io.parcours.connector.simulator;

import io.parcours.connector.simulator.ExchangeDoor.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A telephone exchange on loopback, speaking Asterisk's REST interface, for the demo, for tests and as a witness of what the
 * platform did: subscribers call through it, and it plays them what it is told to play, fetched for real.
 */
public final class ExchangeSimulator implements AutoCloseable {

    private static final int THREADS = 8;

    private final String user;
    private final String password;
    private final Map<String, String> lines;
    private final Map<String, CallerHandset> handsets = new ConcurrentHashMap<>();
    private final EventLog<ExchangeEvent> events = new EventLog<>();
    private final ExchangeFaults faults = new ExchangeFaults();
    private final ExchangeFloor floor = new ExchangeFloor(events);
    private final Clockwork clockwork = new Clockwork("exchange", THREADS);
    private final HeardSounds sounds = new HeardSounds();
    private final SimBridges bridges = new SimBridges(floor);
    private final SimRecordings recordings = new SimRecordings(floor, bridges);
    private final ExchangeDoor door;

    private ExchangeSimulator(int port, String user, String password, List<ExchangeLine> lines) {
        this.user = user;
        this.password = password;
        this.lines = lines.stream().collect(Collectors.toMap(ExchangeLine::number, ExchangeLine::application));
        SimPlayer player = new SimPlayer(floor, faults, clockwork, sounds);
        ExchangeApi api = new ExchangeApi(
                user,
                password,
                floor,
                player,
                bridges,
                new SimOutbound(floor, faults, clockwork, this::ringing),
                recordings,
                faults,
                events);
        door = new ExchangeDoor(port, api::answer, this::connected);
    }

    /** Listens on a free port of the loopback interface. */
    public static ExchangeSimulator start(String user, String password, ExchangeLine... lines) {
        return start(0, user, password, Arrays.asList(lines));
    }

    /** @param port 0 for a free one */
    public static ExchangeSimulator start(int port, String user, String password, List<ExchangeLine> lines) {
        return new ExchangeSimulator(port, user, password, lines);
    }

    public int port() {
        return door.port();
    }

    /** What stands before {@code /ari}. */
    public String url() {
        return "http://127.0.0.1:" + door.port();
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Whether a program takes the calls of this application. */
    public boolean connected(String application) {
        return floor.connected(application);
    }

    /** As it is when an application registers again: only what it asks for anew is told. */
    public void forgetSubscriptions() {
        synchronized (floor) {
            floor.channels().forEach(channel -> channel.subscribed = channel.outbound);
        }
    }

    private void ringing(SimChannel channel) {
        CallerHandset handset = handsets.get("+" + channel.dialled);
        if (handset != null) {
            handset.isCalled(channel);
        }
    }

    /** The subscriber's telephone. @param number shown to whoever is called; empty to hide it */
    public CallerHandset handset(String number) {
        return handsets.computeIfAbsent(number, shown -> new CallerHandset(floor, sounds, lines, shown));
    }

    /** Ids of all channels that are up or about to be. */
    public List<String> channels() {
        return floor.channels().stream().map(channel -> channel.id).toList();
    }

    /** Ids of all bridges. */
    public List<String> bridges() {
        return bridges.all().stream().map(bridge -> (String) bridge.get("id")).toList();
    }

    /** Who is together in bridges, by bridge; channels by id. */
    @SuppressWarnings("unchecked")
    public Map<String, List<String>> together() {
        return bridges.all().stream().collect(Collectors.toMap(bridge -> (String) bridge.get("id"), bridge ->
                (List<String>) bridge.get("channels")));
    }

    /** What is being recorded, by name. */
    public List<String> recordings() {
        return recordings.live();
    }

    /** Whether the channel hears music while it waits. */
    public boolean hearsMusic(String channel) {
        SimChannel waiting = floor.channel(channel);
        return waiting != null && waiting.music;
    }

    /** To whom those who listen to a channel may speak: none, out or both; empty where nobody listens. */
    public String whisper() {
        return floor.channels().stream()
                .filter(channel -> channel.whisper != null)
                .map(channel -> channel.whisper)
                .findFirst()
                .orElse("");
    }

    /** Whoever is at the other end of a channel hangs up. */
    public void hangUp(String channel) {
        SimChannel talking = floor.channel(channel);
        if (talking != null) {
            floor.end(talking, false);
        }
    }

    /** A call that the exchange makes of a redirection or a transfer: nobody's, and nobody hangs it up. @return its channel */
    public String redirectedCall(String application, String number) {
        synchronized (floor) {
            SimChannel local = new SimChannel(
                    floor.nextId(), "Local/" + number + "@from-trunk-00000001;2", "", number, application, false);
            floor.add(local);
            floor.stasisStart(local, "inbound," + number);
            return local.id;
        }
    }

    /** Cuts every connection, as a cable does; calls stay up. */
    public void cut() {
        door.cutAll();
    }

    /** The last 5,000 events, oldest first. */
    public List<ExchangeEvent> events() {
        return events.last();
    }

    /** Tells of every event, on the simulator's threads, until closed; also whenever a handset may have heard something. */
    public AutoCloseable listen(Consumer<ExchangeEvent> listener) {
        return events.listen(listener);
    }

    public ExchangeFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        door.close();
        clockwork.close();
    }

    private void connected(Request request, ExchangeSocket socket) {
        if (faults.locked) {
            socket.cut();
            return;
        }
        String application = request.query().getOrDefault("app", "");
        floor.register(application, socket, "true".equals(request.query().get("subscribeAll")));
        socket.serve();
        floor.unregister(application, socket);
    }
}
