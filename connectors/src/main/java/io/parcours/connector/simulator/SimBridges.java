package io.parcours.connector.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The bridges of the simulated exchange. */
final class SimBridges {

    private static final class Bridge {
        private final String id;
        private final String name;
        private final String application;
        private final String created = ExchangeFloor.now();
        private final List<String> channels = new ArrayList<>();

        Bridge(String id, String name, String application) {
            this.id = id;
            this.name = name;
            this.application = application;
        }

        Map<String, Object> json() {
            return Json.object(
                    "id",
                    id,
                    "technology",
                    "simple_bridge",
                    "bridge_type",
                    "mixing",
                    "bridge_class",
                    "stasis",
                    "creator",
                    "Stasis",
                    "name",
                    name,
                    "channels",
                    List.copyOf(channels),
                    "creationtime",
                    created,
                    "video_mode",
                    "talker");
        }
    }

    private final ExchangeFloor floor;
    private final Map<String, Bridge> bridges = new LinkedHashMap<>();
    private Consumer<String> ending = bridge -> {};

    SimBridges(ExchangeFloor floor) {
        this.floor = floor;
        floor.whenLeaving(this::leave);
    }

    /** Told of each bridge that is destroyed, when everybody has left it. */
    void whenDestroyed(Consumer<String> told) {
        ending = told;
    }

    Map<String, Object> create(String id, String name, String application) {
        synchronized (floor) {
            return bridges.computeIfAbsent(id, made -> new Bridge(id, name, application))
                    .json();
        }
    }

    Collection<Map<String, Object>> all() {
        synchronized (floor) {
            return bridges.values().stream().map(Bridge::json).toList();
        }
    }

    /** @return null where there is none */
    Map<String, Object> find(String id) {
        synchronized (floor) {
            Bridge bridge = bridges.get(id);
            return bridge == null ? null : bridge.json();
        }
    }

    /** Out of its bridge before, if it was in one. @return the status of HTTP */
    int add(String id, SimChannel channel) {
        synchronized (floor) {
            Bridge bridge = bridges.get(id);
            if (bridge == null) {
                return 404;
            }
            if (channel == null || !channel.inApplication) {
                return channel == null ? 400 : 422;
            }
            leave(channel);
            bridge.channels.add(channel.id);
            channel.bridge = id;
            tell("ChannelEnteredBridge", bridge, channel);
            return 204;
        }
    }

    int remove(String id, SimChannel channel) {
        synchronized (floor) {
            if (channel == null || !id.equals(channel.bridge)) {
                return bridges.containsKey(id) ? 422 : 404;
            }
            leave(channel);
            return 204;
        }
    }

    void leave(SimChannel channel) {
        synchronized (floor) {
            Bridge bridge = channel.bridge == null ? null : bridges.get(channel.bridge);
            channel.bridge = null;
            if (bridge != null && bridge.channels.remove(channel.id)) {
                tell("ChannelLeftBridge", bridge, channel);
            }
        }
    }

    int destroy(String id) {
        synchronized (floor) {
            Bridge bridge = bridges.get(id);
            if (bridge == null) {
                return 404;
            }
            for (String channel : List.copyOf(bridge.channels)) {
                leave(floor.channel(channel));
            }
            bridges.remove(id);
            ending.accept(id);
            Map<String, Object> event = ExchangeFloor.event("BridgeDestroyed");
            event.put("bridge", bridge.json());
            floor.tell(bridge.application, event, "", id);
            return 204;
        }
    }

    private void tell(String type, Bridge bridge, SimChannel channel) {
        Map<String, Object> event = ExchangeFloor.event(type);
        event.put("bridge", bridge.json());
        floor.about(channel, event);
    }
}
