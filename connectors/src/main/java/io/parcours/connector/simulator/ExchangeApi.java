package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.ExchangeDoor.Answer;
import io.parcours.connector.simulator.ExchangeDoor.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The commands of the simulated exchange, as ARI names them; whatever else is asked is answered with 404. */
final class ExchangeApi {

    private static final String ROOT = "/ari/";

    /** Commands that stand where a channel's id would. */
    private static final Set<String> NOT_HERE = Set.of("create", "externalMedia");

    private final String authorization;
    private final ExchangeFloor floor;
    private final SimPlayer player;
    private final BridgeApi bridges;
    private final SimOutbound outbound;
    private final SimRecordings recordings;
    private final ExchangeFaults faults;
    private final EventLog<ExchangeEvent> log;

    ExchangeApi(
            String user,
            String password,
            ExchangeFloor floor,
            SimPlayer player,
            SimBridges bridges,
            SimOutbound outbound,
            SimRecordings recordings,
            ExchangeFaults faults,
            EventLog<ExchangeEvent> log) {
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.floor = floor;
        this.player = player;
        this.bridges = new BridgeApi(floor, bridges, recordings);
        this.outbound = outbound;
        this.recordings = recordings;
        this.faults = faults;
        this.log = log;
    }

    Answer answer(Request request) {
        LockSupport.parkNanos(
                faults.heldBack(request.method() + " " + request.path()).toNanos());
        Answer answer = checked(request);
        log.note(new ExchangeEvent(
                Instant.now(),
                request.method() + " " + request.path(),
                false,
                request.query().getOrDefault("app", ""),
                "",
                "",
                answer.status(),
                String.join(" ", request.query().keySet())));
        return answer;
    }

    private Answer checked(Request request) {
        if (!authorization.equals(request.headers().get("authorization"))) {
            return error(401, "Authentication required");
        }
        int refused = faults.refuses(request.method() + " " + request.path());
        if (refused > 0) {
            return error(refused, "Refused");
        }
        if (!request.path().startsWith(ROOT)) {
            return error(404, "Not found");
        }
        String[] path = request.path().substring(ROOT.length()).split("/");
        for (int i = 0; i < path.length; i++) {
            path[i] = URLDecoder.decode(path[i], StandardCharsets.UTF_8);
        }
        return switch (path[0]) {
            case "events" -> new Answer(200, null);
            case "applications" -> applications(request, path);
            case "channels" -> channels(request, path);
            case "playbacks" -> playbacks(request, path);
            case "bridges" -> bridges.answer(request, path);
            case "asterisk" -> ok(Json.object("system", Json.object("version", "22.10.1", "entity_id", "simulated")));
            case "endpoints" -> endpoint(path);
            case "recordings" -> recordings.stop(path[2]) ? done() : error(404, "Recording not found");
            default -> error(404, "Resource not found");
        };
    }

    private Answer applications(Request request, String[] path) {
        if (path.length == 1) {
            return ok(floor.applications().stream().map(this::application).toList());
        }
        if (!floor.applications().contains(path[1])) {
            return error(404, "Application not found");
        }
        if (path.length == 3
                && path[2].equals("subscription")
                && request.method().equals("POST")) {
            String source = request.query().getOrDefault("eventSource", "");
            SimChannel channel = floor.channel(source.replaceFirst("^channel:", ""));
            if (channel == null) {
                return error(422, "Event source does not exist");
            }
            channel.subscribed = true;
        }
        return ok(application(path[1]));
    }

    private Map<String, Object> application(String name) {
        List<String> channels = floor.channels().stream()
                .filter(channel -> channel.application.equals(name))
                .map(channel -> channel.id)
                .toList();
        List<Object> none = List.of();
        return Json.object(
                "name",
                name,
                "channel_ids",
                channels,
                "bridge_ids",
                none,
                "endpoint_ids",
                none,
                "device_names",
                none,
                "events_allowed",
                none,
                "events_disallowed",
                none);
    }

    private static Answer endpoint(String[] path) {
        boolean known = path.length == 3 && path[1].equals("PJSIP") && !path[2].contains("nosuch");
        return known
                ? ok(Json.object(
                        "technology", path[1], "resource", path[2], "state", "unknown", "channel_ids", List.of()))
                : error(404, "Endpoint not found");
    }

    private Answer channels(Request request, String[] path) {
        if (path.length == 1 && request.method().equals("GET")) {
            return ok(floor.channels().stream().map(SimChannel::json).toList());
        }
        if (path.length == 2 && NOT_HERE.contains(path[1])) {
            return error(404, "Resource not found");
        }
        if (path.length <= 2 && request.method().equals("POST")) {
            return call(request, path.length == 2 ? path[1] : floor.nextId());
        }
        SimChannel channel = path.length > 1 ? floor.channel(path[1]) : null;
        if (channel == null) {
            return error(404, "Channel not found");
        }
        if (path.length == 2) {
            return request.method().equals("DELETE") ? hangUp(channel) : ok(channel.json());
        }
        synchronized (floor) {
            return switch (path[2]) {
                case "ring", "hold" -> done();
                case "moh" -> music(channel, request.method().equals("POST"));
                case "continue" -> detect(channel);
                case "snoop" -> snoop(request, channel, path[3]);
                case "answer" -> answered(channel);
                case "play" -> play(request, channel, path);
                case "variable" -> variable(channel, parameter(request, "variable"));
                default -> error(404, "Resource not found");
            };
        }
    }

    private Answer call(Request request, String id) {
        String application = parameter(request, "app");
        if (application.isEmpty()) {
            return error(400, "Application or extension must be specified");
        }
        String timeout = parameter(request, "timeout");
        Map<String, Object> made = outbound.call(
                id,
                parameter(request, "endpoint"),
                application,
                parameter(request, "appArgs"),
                parameter(request, "callerId"),
                timeout.isEmpty() ? 30 : Integer.parseInt(timeout));
        return made == null ? error(500, "Allocation failed") : ok(made);
    }

    private static Answer music(SimChannel channel, boolean on) {
        channel.music = on;
        return done();
    }

    private Answer detect(SimChannel channel) {
        outbound.detect(channel);
        return done();
    }

    private Answer snoop(Request request, SimChannel channel, String id) {
        SimChannel ear = new SimChannel(id, "Snoop/" + channel.id, "", "s", parameter(request, "app"), true);
        ear.state = "Up";
        ear.whisper = parameter(request, "whisper");
        floor.add(ear);
        Answer made = ok(ear.json());
        floor.stasisStart(ear, "");
        return made;
    }

    private Answer hangUp(SimChannel channel) {
        floor.end(channel, true);
        return done();
    }

    private Answer answered(SimChannel channel) {
        if (!channel.state.equals("Up")) {
            floor.state(channel, "Up");
        }
        return done();
    }

    private Answer play(Request request, SimChannel channel, String[] path) {
        String media = parameter(request, "media");
        if (media.isEmpty()) {
            return error(400, "Missing parameter media");
        }
        String id = path.length > 3 ? path[3] : UUID.randomUUID().toString();
        return new Answer(201, Json.bytes(player.play(channel, id, media)));
    }

    private static Answer variable(SimChannel channel, String name) {
        return switch (name) {
            case "AMDSTATUS" -> ok(Json.object("value", channel.amd));
            case "AMDCAUSE" -> ok(Json.object("value", channel.amdCause));
            default -> error(404, "Provided variable was not found");
        };
    }

    private Answer playbacks(Request request, String[] path) {
        if (path.length == 2 && request.method().equals("DELETE")) {
            return player.stop(path[1]) ? done() : error(404, "Playback not found");
        }
        Map<String, Object> playback = path.length == 2 ? player.find(path[1]) : null;
        return playback == null ? error(404, "Playback not found") : ok(playback);
    }

    /** In the address, else in the body. */
    static String parameter(Request request, String name) {
        return Optional.ofNullable(request.query().get(name))
                .or(() -> Json.read(request.body())
                        .map(body -> body.path(name))
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText))
                .orElse("");
    }

    static Answer ok(Object body) {
        return new Answer(200, Json.bytes(body));
    }

    static Answer done() {
        return new Answer(204, null);
    }

    static Answer error(int status, String message) {
        String name = status == 500 ? "error" : "message";
        return new Answer(status, Json.bytes(Json.object(name, message)));
    }
}
