package io.parcours.connector.simulator;

import io.parcours.connector.simulator.ExchangeDoor.Answer;
import io.parcours.connector.simulator.ExchangeDoor.Request;
import java.util.Map;
import java.util.UUID;

/** Commands of the simulated exchange that are about bridges. */
final class BridgeApi {

    private final ExchangeFloor floor;
    private final SimBridges bridges;
    private final SimRecordings recordings;

    BridgeApi(ExchangeFloor floor, SimBridges bridges, SimRecordings recordings) {
        this.floor = floor;
        this.bridges = bridges;
        this.recordings = recordings;
    }

    Answer answer(Request request, String[] path) {
        boolean post = request.method().equals("POST");
        if (path.length == 1 && !post) {
            return ExchangeApi.ok(bridges.all());
        }
        if (path.length <= 2 && post) {
            String id = path.length == 2 ? path[1] : UUID.randomUUID().toString();
            String application = floor.applications().stream().findFirst().orElse("");
            return ExchangeApi.ok(bridges.create(id, ExchangeApi.parameter(request, "name"), application));
        }
        if (path.length == 3 && path[2].equals("record")) {
            return record(request, path[1]);
        }
        if (path.length == 3 && post) {
            return move(path[1], path[2].equals("addChannel"), ExchangeApi.parameter(request, "channel"));
        }
        if (request.method().equals("DELETE")) {
            return bridges.destroy(path[1]) == 204 ? ExchangeApi.done() : ExchangeApi.error(404, "Bridge not found");
        }
        Map<String, Object> bridge = bridges.find(path[1]);
        return bridge == null ? ExchangeApi.error(404, "Bridge not found") : ExchangeApi.ok(bridge);
    }

    /** @param channels one, or several with commas between */
    private Answer move(String bridge, boolean in, String channels) {
        int status = 204;
        for (String id : channels.split(",")) {
            SimChannel channel = floor.channel(id);
            int moved = in ? bridges.add(bridge, channel) : bridges.remove(bridge, channel);
            status = Math.max(status, moved);
        }
        return status == 204 ? ExchangeApi.done() : ExchangeApi.error(status, "Bridge or channel not found");
    }

    private Answer record(Request request, String bridge) {
        if (bridges.find(bridge) == null) {
            return ExchangeApi.error(404, "Bridge not found");
        }
        boolean anew = ExchangeApi.parameter(request, "ifExists").equals("overwrite");
        Map<String, Object> begun = recordings.start(ExchangeApi.parameter(request, "name"), bridge, anew);
        return begun == null ? ExchangeApi.error(409, "Recording already exists") : new Answer(201, Json.bytes(begun));
    }
}
