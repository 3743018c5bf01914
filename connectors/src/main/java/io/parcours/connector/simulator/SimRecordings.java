package io.parcours.connector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recordings of bridges at the simulated exchange: their names, not their sound. */
final class SimRecordings {

    private record Live(String bridge, Instant since) {}

    private final ExchangeFloor floor;
    private final Map<String, Live> live = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    SimRecordings(ExchangeFloor floor, SimBridges bridges) {
        this.floor = floor;
        bridges.whenDestroyed(this::over);
    }

    /** @param anew whether an earlier one of that name is overwritten; @return null where there is one that is not */
    Map<String, Object> start(String name, String bridge, boolean anew) {
        synchronized (floor) {
            if (live.containsKey(name) || !names.add(name) && !anew) {
                return null;
            }
            live.put(name, new Live(bridge, Instant.now()));
            tell("RecordingStarted", json(name, bridge, "recording", null), bridge);
            return json(name, bridge, "queued", null);
        }
    }

    boolean stop(String name) {
        synchronized (floor) {
            Live over = live.remove(name);
            if (over != null) {
                int seconds =
                        (int) Duration.between(over.since(), Instant.now()).toSeconds();
                tell("RecordingFinished", json(name, over.bridge(), "done", seconds), over.bridge());
            }
            return over != null;
        }
    }

    List<String> live() {
        synchronized (floor) {
            return List.copyOf(live.keySet());
        }
    }

    private void over(String bridge) {
        live().stream().filter(name -> live.get(name).bridge().equals(bridge)).forEach(this::stop);
    }

    private void tell(String type, Map<String, Object> recording, String bridge) {
        Map<String, Object> event = ExchangeFloor.event(type);
        event.put("recording", recording);
        floor.applications().stream().findFirst().ifPresent(application -> floor.tell(application, event, "", bridge));
    }

    private static Map<String, Object> json(String name, String bridge, String state, Integer seconds) {
        return Json.object(
                "name", name, "format", "wav", "state", state, "target_uri", "bridge:" + bridge, "duration", seconds);
    }
}
