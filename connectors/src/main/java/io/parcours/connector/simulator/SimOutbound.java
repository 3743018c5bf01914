package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Calls that programs make through the simulated exchange, as the networks behind it answer them. */
final class SimOutbound {

    /** Where a redirecting answer points to. */
    private static final String ELSEWHERE = "79160000002";

    private static final Duration AT_ONCE = Duration.ofMillis(30);

    private final ExchangeFloor floor;
    private final ExchangeFaults faults;
    private final Clockwork clockwork;
    private final Consumer<SimChannel> ringing;

    /** @param ringing told of each channel that rings at a subscriber's */
    SimOutbound(ExchangeFloor floor, ExchangeFaults faults, Clockwork clockwork, Consumer<SimChannel> ringing) {
        this.ringing = ringing;
        this.floor = floor;
        this.faults = faults;
        this.clockwork = clockwork;
    }

    /** @return the channel that was made; null where there is no such endpoint */
    Map<String, Object> call(
            String id, String endpoint, String application, String args, String callerId, int timeout) {
        if (!endpoint.startsWith("PJSIP/") || endpoint.contains("nosuch")) {
            return null;
        }
        synchronized (floor) {
            String number = endpoint.substring("PJSIP/".length()).replaceFirst("@.*", "");
            String trunk = endpoint.replaceFirst("PJSIP/(.*@)?", "PJSIP/").replaceFirst("(PJSIP/[^/]+)/.*", "$1");
            SimChannel channel = new SimChannel(id, floor.nextName(trunk), callerId, "s", application, true);
            floor.add(channel);
            Call call = new Call(channel, endpoint.substring("PJSIP/".length()), args);
            channel.dialled = number;
            channel.onCancel = () -> call.dial("NOANSWER");
            channel.onDecline = () -> call.refused("NOANSWER", 21, "Call Rejected", 603);
            call.dial("");
            Map<String, Object> made = channel.json();
            begin(call, faults.party(digits(number)), timeout);
            return made;
        }
    }

    private static String digits(String number) {
        return number.replaceFirst(".*sip:(\\d+).*", "$1");
    }

    private void begin(Call call, CalledParty party, int timeout) {
        clockwork.after(Duration.ofSeconds(timeout), () -> call.silent(19, "User alerting, no answer", 480));
        switch (party) {
            case ANSWERS, MACHINE, UNCLEAR -> {
                call.rings();
                call.channel.party = party;
                clockwork.after(faults.rings, call::answered);
            }
            case ANNOUNCES -> {
                call.dial("PROGRESS");
                ringing.accept(call.channel);
                clockwork.after(faults.rings, call::answered);
            }
            case RINGS_OUT -> call.rings();
            case DEAD_TRUNK -> clockwork.after(AT_ONCE, () -> call.silent(19, "User alerting, no answer", 480));
            case BUSY -> {
                call.rings();
                clockwork.after(AT_ONCE, () -> call.refused("BUSY", 17, "User busy", 486));
            }
            case DECLINES -> {
                call.rings();
                clockwork.after(AT_ONCE, () -> call.refused("NOANSWER", 21, "Call Rejected", 603));
            }
            case ABSENT ->
                clockwork.after(AT_ONCE, () -> call.refused("NOANSWER", 19, "User alerting, no answer", 480));
            case NO_CIRCUIT ->
                clockwork.after(AT_ONCE, () -> call.refused("CONGESTION", 34, "Circuit/channel congestion", 503));
            case UNALLOCATED ->
                clockwork.after(AT_ONCE, () -> call.refused("NOANSWER", 1, "Unallocated (unassigned) number", 404));
            case REDIRECTS ->
                clockwork.after(AT_ONCE, () -> call.refused("CANCEL", 23, "Redirected to new destination", 302));
            default -> throw new IllegalArgumentException("Nobody: " + party);
        }
    }

    /** Into the dialplan, where the exchange listens who answered, and back. */
    void detect(SimChannel channel) {
        floor.about(channel, ExchangeFloor.event("StasisEnd"));
        channel.inApplication = false;
        floor.dialplan(channel, "NoOp", "AMD");
        floor.dialplan(channel, "AMD", "");
        clockwork.after(AT_ONCE, () -> {
            synchronized (floor) {
                if (channel.destroyed) {
                    return;
                }
                CalledParty.Detection detected = channel.party.detected();
                channel.amd = detected.status();
                floor.varset(channel, "AMDSTATUS", channel.amd);
                channel.amdCause = detected.cause();
                floor.varset(channel, "AMDCAUSE", channel.amdCause);
                floor.dialplan(channel, "NoOp", "AMDSTATUS=" + channel.amd + " AMDCAUSE=" + channel.amdCause);
                String args = "amd," + channel.amd + "," + channel.amdCause;
                floor.dialplan(channel, "Stasis", channel.application + "," + args);
                floor.stasisStart(channel, args);
            }
        });
    }

    private final class Call {
        private final SimChannel channel;
        private final String dialled;
        private final String args;

        Call(SimChannel channel, String dialled, String args) {
            this.channel = channel;
            this.dialled = dialled;
            this.args = args;
        }

        void dial(String status) {
            floor.tell(channel.application, dialEvent(status, dialled), channel.number, channel.id);
        }

        private Map<String, Object> dialEvent(String status, String to) {
            Map<String, Object> event = ExchangeFloor.event("Dial");
            event.put("dialstatus", status);
            event.put("forward", "");
            event.put("dialstring", to);
            event.put("peer", channel.json());
            return event;
        }

        void rings() {
            floor.state(channel, "Ringing");
            dial("RINGING");
            ringing.accept(channel);
        }

        void answered() {
            synchronized (floor) {
                if (!channel.destroyed) {
                    floor.state(channel, "Up");
                    dial("ANSWER");
                    floor.stasisStart(channel, args);
                }
            }
        }

        /** The exchange follows by itself: a pair of its own channels, one of which comes into the application as a new call. */
        private void redirected(int cause, String text) {
            String local = "Local/" + ELSEWHERE + "@from-trunk-00000005;";
            SimChannel half = new SimChannel(floor.nextId(), local + "1", "", "s", channel.application, true);
            Map<String, Object> event = dialEvent("CANCEL", "");
            event.put("forward", ELSEWHERE);
            event.put("forwarded", half.json());
            floor.tell(channel.application, event, channel.number, channel.id);
            floor.destroyed(channel, cause, text, 302);
            SimChannel again = new SimChannel(floor.nextId(), local + "2", "", ELSEWHERE, channel.application, false);
            floor.add(again);
            floor.stasisStart(again, "inbound," + ELSEWHERE);
        }

        /** Without a word of the network. */
        void silent(int cause, String text, int sip) {
            synchronized (floor) {
                if (!channel.destroyed && !channel.state.equals("Up")) {
                    floor.destroyed(channel, cause, text, sip);
                }
            }
        }

        void refused(String status, int cause, String text, int sip) {
            synchronized (floor) {
                if (channel.destroyed) {
                    return;
                }
                channel.redirectedFrom = sip == 302 ? digits(channel.dialled) : "";
                Map<String, Object> request = Json.object("cause", cause, "tech_cause", sip);
                request.putAll(ExchangeFloor.event("ChannelHangupRequest"));
                floor.about(channel, request);
                if (sip == 302) {
                    redirected(cause, text);
                } else {
                    dial(status);
                    floor.destroyed(channel, cause, text, sip);
                }
            }
        }
    }
}
