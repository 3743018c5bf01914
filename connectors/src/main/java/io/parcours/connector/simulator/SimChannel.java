package io.parcours.connector.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** One channel of the simulated exchange. Guarded by its floor. */
final class SimChannel {

    final String id;
    final String name;
    final String number;
    final String exten;
    final String application;
    final boolean outbound;
    final String created = ExchangeFloor.now();
    final Deque<SimPlayback> playbacks = new ArrayDeque<>();
    final List<Heard> heard = new ArrayList<>();
    String state;
    String args = "";
    boolean inApplication;
    /** How often it has been handed to the application. */
    int visits;

    /** Whether a subscriber's telephone is at the other end; else an agent's, or nobody. */
    boolean atHandset;

    /** Who answers it, where it was called. */
    CalledParty party = CalledParty.ANSWERS;

    boolean subscribed;
    boolean destroyed;
    boolean music;
    String whisper;
    String bridge;
    String amd = "";
    String amdCause = "";
    Runnable onEnd = () -> {};
    Runnable onCancel = () -> {};
    Runnable onDecline = () -> {};
    String dialled = "";
    String redirectedFrom = "";

    SimChannel(String id, String name, String number, String exten, String application, boolean outbound) {
        this.id = id;
        this.name = name;
        this.number = number;
        this.exten = exten;
        this.application = application;
        this.outbound = outbound;
        this.subscribed = outbound;
        this.state = outbound ? "Down" : "Ring";
    }

    Map<String, Object> json() {
        Map<String, Object> channel = facts();
        if (!redirectedFrom.isEmpty()) {
            channel.put("caller_rdnis", redirectedFrom);
        }
        return channel;
    }

    private Map<String, Object> facts() {
        return Json.object(
                "id",
                id,
                "name",
                name,
                "state",
                state,
                "protocol_id",
                outbound ? "" : "1-" + id + "@sim",
                "caller",
                Json.object("name", "", "number", number),
                "connected",
                Json.object("name", "", "number", ""),
                "accountcode",
                "",
                "dialplan",
                dialplan(),
                "creationtime",
                created,
                "language",
                "en",
                "channelvars",
                Json.object("AMDSTATUS", amd, "AMDCAUSE", amdCause, "HANGUPCAUSE", ""));
    }

    private Map<String, Object> dialplan() {
        String data = application + (args.isEmpty() ? "" : "," + args);
        return Json.object(
                "context",
                "from-trunk",
                "exten",
                exten,
                "priority",
                2,
                "app_name",
                inApplication ? "Stasis" : "AppDial2",
                "app_data",
                inApplication ? data : "(Outgoing Line)");
    }
}
