package io.parcours.connector.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The channels of the simulated exchange and who is told of them, under one lock, so that events leave in their order. */
final class ExchangeFloor {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    /** A program that registered. */
    private static final class Application {
        private ExchangeSocket socket;
        private boolean all;
    }

    private final Map<String, SimChannel> channels = new LinkedHashMap<>();
    private final Map<String, Application> applications = new LinkedHashMap<>();
    private final EventLog<ExchangeEvent> log;
    private Consumer<SimChannel> leaving = channel -> {};
    private final AtomicLong numbers = new AtomicLong();

    ExchangeFloor(EventLog<ExchangeEvent> log) {
        this.log = log;
    }

    /** Told of each channel that ends, while it is still in its bridge. */
    void whenLeaving(Consumer<SimChannel> told) {
        leaving = told;
    }

    static String now() {
        return TIME.format(Instant.now());
    }

    String nextId() {
        return Instant.now().getEpochSecond() + "." + numbers.getAndIncrement();
    }

    synchronized String nextName(String technology) {
        return technology + "-" + String.format("%08x", numbers.get());
    }

    /** A second connection of the same name puts the first out; whether it wants everything counts at the first only. */
    synchronized void register(String name, ExchangeSocket socket, boolean all) {
        Application known = applications.get(name);
        if (known == null) {
            known = new Application();
            known.all = all;
            applications.put(name, known);
        } else if (known.socket != null) {
            tell(name, event("ApplicationReplaced"), "", "");
            known.socket.close();
        }
        known.socket = socket;
    }

    synchronized void unregister(String name, ExchangeSocket socket) {
        Application known = applications.get(name);
        if (known != null && known.socket == socket) {
            known.socket = null;
        }
    }

    synchronized boolean connected(String name) {
        return applications.containsKey(name) && applications.get(name).socket != null;
    }

    /** Also those whose connection is lost: the exchange has no health check. */
    synchronized Collection<String> applications() {
        return List.copyOf(applications.keySet());
    }

    synchronized void add(SimChannel channel) {
        channels.put(channel.id, channel);
    }

    /** @return null where there is none */
    synchronized SimChannel channel(String id) {
        return channels.get(id);
    }

    synchronized Collection<SimChannel> channels() {
        return List.copyOf(channels.values());
    }

    synchronized void stasisStart(SimChannel channel, String args) {
        channel.inApplication = true;
        channel.visits++;
        channel.args = args;
        if (channel.outbound) {
            varset(channel, "STASISSTATUS", "");
        }
        Map<String, Object> event = event("StasisStart");
        event.put("args", args.isEmpty() ? new String[0] : args.split(","));
        about(channel, event);
    }

    /** @param byUs whether the application ended it; else whoever is at the other end did */
    synchronized void end(SimChannel channel, boolean byUs) {
        if (channel.destroyed) {
            return;
        }
        channel.destroyed = true;
        if (channel.outbound && !channel.inApplication && !channel.state.equals("Up")) {
            about(channel, hangupRequest(32));
            channel.onCancel.run();
            destroyed(channel, 16, "Normal Clearing", 0);
            return;
        }
        for (String figure : new String[] {"", "JITTER", "LOSS", "RTT", "MES"}) {
            varset(channel, "RTPAUDIOQOS" + figure, "");
        }
        about(channel, byUs ? hangupRequest(32) : event("ChannelHangupRequest"));
        // Whoever leaves a bridge is given the bridge's cause.
        boolean normal = byUs || channel.bridge != null;
        channel.onEnd.run();
        leaving.accept(channel);
        if (channel.inApplication) {
            about(channel, event("StasisEnd"));
            if (channel.subscribed) {
                for (int visit = 0; visit < channel.visits; visit++) {
                    varset(channel, "STASISSTATUS", "SUCCESS");
                }
                if (!channel.outbound && !byUs) {
                    about(channel, hangupRequest(16));
                }
            }
        }
        channel.inApplication = false;
        if (channel.subscribed) {
            destroyed(channel, normal ? 16 : 0, normal ? "Normal Clearing" : "Unknown", 0);
        }
        channels.remove(channel.id);
    }

    /** @param sip the final answer of the network; 0 where there was none */
    synchronized void destroyed(SimChannel channel, int cause, String text, int sip) {
        channel.destroyed = true;
        Map<String, Object> event = event("ChannelDestroyed");
        event.put("cause", cause);
        event.put("cause_txt", text);
        if (sip > 0) {
            event.put("tech_cause", sip);
        }
        about(channel, event);
        channels.remove(channel.id);
    }

    synchronized void varset(SimChannel channel, String variable, String value) {
        Map<String, Object> event = Json.object("variable", variable, "value", value);
        event.putAll(event("ChannelVarset"));
        about(channel, event);
    }

    synchronized void dialplan(SimChannel channel, String does, String with) {
        Map<String, Object> event = event("ChannelDialplan");
        event.put("dialplan_app", does);
        event.put("dialplan_app_data", with);
        about(channel, event);
    }

    synchronized void state(SimChannel channel, String state) {
        channel.state = state;
        about(channel, event("ChannelStateChange"));
    }

    /** Tells of a channel; the channel is in the event, after what is special to it. */
    synchronized void about(SimChannel channel, Map<String, Object> event) {
        event.put("channel", channel.json());
        tell(channel.application, event, channel.number, channel.id);
    }

    synchronized void tell(String application, Map<String, Object> event, String subscriber, String id) {
        event.put("asterisk_id", "02:fc:00:00:00:01");
        event.put("application", application);
        Application known = applications.get(application);
        boolean told = known != null && known.socket != null && known.socket.tell(Json.bytes(event));
        log.note(new ExchangeEvent(
                Instant.now(),
                (String) event.get("type"),
                true,
                application,
                subscriber,
                id,
                told ? 0 : WireEvent.NO_ANSWER,
                detail(event)));
    }

    static Map<String, Object> event(String type) {
        return Json.object("type", type, "timestamp", now());
    }

    static Map<String, Object> hangupRequest(int cause) {
        Map<String, Object> event = Json.object("cause", cause, "soft", true);
        event.putAll(event("ChannelHangupRequest"));
        return event;
    }

    private static String detail(Map<String, Object> event) {
        Object digit = event.get("digit");
        Object cause = event.get("cause");
        return digit != null ? "digit " + digit : cause != null ? "cause " + cause : "";
    }
}
