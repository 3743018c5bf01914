package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives the commands of a recording again, has people do what they did, and compares events and answers. */
final class ExchangeReplay {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    // Kinds of events that differ by the person at the other end or the endpoint's configuration alone.
    private static final Set<String> BY_ENDPOINT = Set.of("ChannelConnectedLine");
    // Notes of who hears whom; how often they are written depends on the moment, and nobody reads them.
    private static final String NOTES = "BRIDGE(PEER|PVTCALLID)|RTPAUDIOQOS.*BRIDGED";
    private static final List<String> EXACT =
            List.of("cause", "tech_cause", "digit", "dialstatus", "variable", "cause_txt", "soft", "dialplan_app");
    private static final List<String> EXACT_INSIDE = List.of(
            "/playback/state", "/recording/state", "/recording/format", "/bridge/bridge_type", "/channel/state");

    private final ExchangeSimulator exchange;
    private final ExchangeRawClient program;
    private final String recordedId;
    private final String id;
    private final Map<String, Act> people;
    private final List<JsonNode> expected = new ArrayList<>();
    private HttpResponse<String> answer;
    private boolean hungUp;

    /** What somebody did. */
    interface Act {
        void on(JsonNode recordedEvent);
    }

    /**
     * @param recordedId an id that the recorded exchange gave, instead of which {@code id} was given here
     * @param people who act where an event of this type was told; whoever ends a call does so once
     */
    ExchangeReplay(
            ExchangeSimulator exchange,
            ExchangeRawClient program,
            String recordedId,
            String id,
            Map<String, Act> people) {
        this.exchange = exchange;
        this.program = program;
        this.recordedId = recordedId;
        this.id = id;
        this.people = people;
    }

    void play(List<JsonNode> recorded) throws IOException {
        for (JsonNode line : recorded) {
            switch (line.path("kind").asText()) {
                case "request" -> {
                    awaitExpected();
                    answer = send(line);
                }
                case "response" -> sameAnswer(line);
                case "event" -> event(line.path("event"));
                case "websocket_closed" -> leave();
                case "websocket_open" -> comeBack();
                default -> {}
            }
        }
        awaitExpected();
        same();
    }

    private void event(JsonNode event) {
        String type = event.path("type").asText();
        boolean ends = event.path("variable").asText().startsWith("RTPAUDIOQOS");
        Act act = people.getOrDefault(type, ends ? people.get("ChannelHangupRequest") : null);
        if (act != null && !hungUp) {
            awaitExpected();
            hungUp = !type.equals("ChannelDtmfReceived");
            act.on(event);
        } else if (type.equals("PlaybackContinuing") || endsByItself(event)) {
            exchange.faults().playbacksLast(A_MOMENT);
        }
        if (!BY_ENDPOINT.contains(type) && !event.path("variable").asText().matches(NOTES)) {
            expected.add(event);
        }
    }

    private void leave() {
        awaitExpected();
        program.drop();
        await().until(() -> !exchange.connected(ExchangeSimulatorContractTest.APPLICATION));
    }

    /** After what happened while nobody listened. */
    private void comeBack() {
        await().atMost(PATIENCE).until(() -> told("PlaybackStarted") == told("PlaybackFinished"));
        program.connect();
        await().until(() -> exchange.connected(ExchangeSimulatorContractTest.APPLICATION));
    }

    private long told(String type) {
        return exchange.events().stream()
                .filter(event -> event.what().equals(type))
                .count();
    }

    private static boolean endsByItself(JsonNode event) {
        return event.path("playback").path("media_uri").asText().equals("sound:digits/1");
    }

    private void awaitExpected() {
        await().atMost(PATIENCE).until(() -> program.events.size() >= expected.size());
    }

    private HttpResponse<String> send(JsonNode line) {
        if (line.path("query").path("media").asText().matches(".*,.*|sound:(beep|vm-goodbye)")) {
            exchange.faults().playbacksLast(A_MOMENT);
        }
        StringBuilder path = new StringBuilder(here(line.path("uri").asText().replaceFirst("^/ari", "")));
        char mark = '?';
        for (Iterator<Map.Entry<String, JsonNode>> i = line.path("query").fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> pair = i.next();
            path.append(mark)
                    .append(pair.getKey())
                    .append('=')
                    .append(URLEncoder.encode(here(pair.getValue().asText()), StandardCharsets.UTF_8));
            mark = '&';
        }
        String body = line.has("body") ? here(line.path("body").toString()) : null;
        return program.send(line.path("method").asText(), path.toString(), body);
    }

    private String here(String text) {
        return text.replace(recordedId, id);
    }

    private void sameAnswer(JsonNode line) throws IOException {
        assertThat(answer.statusCode())
                .as("answer " + line)
                .isEqualTo(line.path("status").asInt());
        JsonNode body = answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        JsonNode recorded = line.path("body");
        assertThat(fields(body)).as("answer " + line.path("to")).isEqualTo(fields(recorded));
        for (String exact : List.of("value", "state", "message", "error")) {
            assertThat(body.path(exact)).as(exact).isEqualTo(recorded.path(exact));
        }
        if (recorded.findValuesAsText("name").contains(ExchangeSimulatorContractTest.APPLICATION)) {
            assertThat(body.findValuesAsText("name"))
                    .as("lists the application, connected or not")
                    .contains(ExchangeSimulatorContractTest.APPLICATION);
        }
    }

    private void same() {
        List<JsonNode> recorded = inOneOrder(expected);
        List<JsonNode> told = inOneOrder(program.events);
        assertThat(types(told)).containsExactlyElementsOf(types(recorded));
        for (int i = 0; i < recorded.size(); i++) {
            JsonNode is = told.get(i);
            JsonNode was = recorded.get(i);
            assertThat(fields(is)).as("%s", was).isEqualTo(fields(was));
            for (String exact : EXACT) {
                assertThat(is.path(exact)).as("%s of %s", exact, was).isEqualTo(was.path(exact));
            }
            for (String exact : EXACT_INSIDE) {
                assertThat(is.at(exact)).as("%s of %s", exact, was).isEqualTo(was.at(exact));
            }
            assertThat(is.at("/bridge/channels").size())
                    .as("who is together")
                    .isEqualTo(was.at("/bridge/channels").size());
            // Why a machine is taken for one is the other end's.
            assertThat(is.path("args").path(1).asText())
                    .isEqualTo(here(was.path("args").path(1).asText()));
        }
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    /** That it rings is told twice, in either order. */
    private static List<JsonNode> inOneOrder(List<JsonNode> events) {
        List<JsonNode> ordered = new ArrayList<>(events);
        for (int i = 1; i < ordered.size(); i++) {
            boolean turned = ordered.get(i - 1).path("dialstatus").asText().equals("RINGING")
                    && ordered.get(i).path("type").asText().equals("ChannelStateChange");
            if (turned) {
                ordered.add(i, ordered.remove(i - 1));
            }
        }
        return ordered;
    }

    /** Paths of all fields with the kind of value that they hold. */
    private static Set<String> fields(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> collect(path + "." + field.getKey(), field.getValue(), paths));
        } else if (node.isArray()) {
            // How many there are of something depends on the moment.
            paths.add(path + "[]");
        } else {
            paths.add(path + ":" + node.getNodeType());
        }
    }
}
