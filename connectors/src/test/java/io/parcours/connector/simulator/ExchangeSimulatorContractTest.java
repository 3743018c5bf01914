package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulator against what a real exchange said: the commands of a recording are given again, and the events and answers must
 * come in the same order with the same fields. Runs where -Dparcours.contracts= names the folder with the recordings.
 */
@Timeout(60)
class ExchangeSimulatorContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPLICATION = "journey";

    // Kinds of fields that differ by the person at the other end or the endpoint's configuration alone.
    private static final Set<String> BY_ENDPOINT = Set.of("ChannelConnectedLine");

    private ExchangeSimulator exchange;
    private ExchangeRawClient program;
    private Path folder;

    @BeforeEach
    void findContracts() {
        String contracts = System.getProperty("parcours.contracts", "");
        assumeTrue(!contracts.isBlank(), "No -Dparcours.contracts=<folder>: the contract tests are skipped");
        folder = Path.of(contracts, "ari-recordings");
        exchange = ExchangeSimulator.start("journey", "secret", new ExchangeLine("600", APPLICATION));
        exchange.faults().playbacksLast(Duration.ofSeconds(30));
        exchange.faults().ringsFor(Duration.ofMillis(50));
        program = new ExchangeRawClient(exchange, APPLICATION);
        await().until(() -> exchange.connected(APPLICATION));
    }

    @AfterEach
    void close() {
        if (exchange != null) {
            program.close();
            exchange.close();
        }
    }

    @Test
    void aCallerWhoPressesKeysInThePrompt() throws IOException {
        List<JsonNode> recorded = recording("inbound_answered_dtmf");
        CallerHandset caller = call();

        replay(
                recorded,
                caller.callId(),
                Map.of(
                        "ChannelDtmfReceived",
                        event -> caller.press(event.path("digit").asText())));
    }

    @Test
    void aCallerWhoHangsUpInThePrompt() throws IOException {
        List<JsonNode> recorded = recording("inbound_caller_hangs_up_in_prompt");
        CallerHandset caller = call();

        replay(recorded, caller.callId(), Map.of("ChannelHangupRequest", event -> caller.hangUp()));
    }

    @Test
    void theLastEventOfASubscribedChannel() throws IOException {
        List<JsonNode> recorded = recording("inbound_subscribed_channel");
        CallerHandset caller = call();

        replay(recorded, caller.callId(), Map.of("ChannelHangupRequest", event -> caller.hangUp()));
    }

    @ParameterizedTest
    @CsvSource({
        "outbound_busy, BUSY",
        "outbound_declined, DECLINES",
        "outbound_congestion_q850, NO_CIRCUIT",
        "outbound_invalid_number_q850, UNALLOCATED",
        "outbound_redirect_302, REDIRECTS",
        "outbound_unavailable, ABSENT",
        "outbound_congestion, NO_CIRCUIT",
        "outbound_invalid_number, UNALLOCATED",
        "outbound_no_route, DEAD_TRUNK",
        "outbound_cancelled_by_us, RINGS_OUT"
    })
    void aCallThatNobodyAnswers(String scenario, CalledParty party) throws IOException {
        exchange.faults().whenCalled("79160000001", party);
        List<JsonNode> recorded = recording(scenario);

        replay(recorded, channelOf(recorded), Map.of());
    }

    private CallerHandset call() {
        CallerHandset caller = exchange.handset("79031234567");
        assertThat(caller.call("600")).isTrue();
        return caller;
    }

    interface Act {
        void on(JsonNode recordedEvent);
    }

    /** Gives the commands, does what people did, and compares; the far side acts once for each run of its own events. */
    private void replay(List<JsonNode> recorded, String channel, Map<String, Act> people) throws IOException {
        String recordedChannel = channelOf(recorded);
        List<JsonNode> expected = new ArrayList<>();
        boolean hungUp = false;
        HttpResponse<String> answer = null;
        for (JsonNode line : recorded) {
            switch (line.path("kind").asText()) {
                case "request" -> {
                    await().atMost(Duration.ofSeconds(5)).until(() -> program.events.size() >= expected.size());
                    answer = send(line, recordedChannel, channel);
                }
                case "response" -> sameAnswer(line, answer);
                case "event" -> {
                    JsonNode event = line.path("event");
                    String type = event.path("type").asText();
                    boolean figures = event.path("variable").asText().startsWith("RTPAUDIOQOS");
                    if ((people.containsKey(type) || figures && people.containsKey("ChannelHangupRequest"))
                            && !hungUp) {
                        await().atMost(Duration.ofSeconds(5)).until(() -> program.events.size() >= expected.size());
                        hungUp = !type.equals("ChannelDtmfReceived");
                        people.getOrDefault(type, people.get("ChannelHangupRequest"))
                                .on(event);
                    } else if (type.equals("PlaybackContinuing") || playbackEndsByItself(event, recorded)) {
                        exchange.faults().playbacksLast(Duration.ofMillis(50));
                    }
                    expected.add(event);
                }
                default -> {}
            }
        }
        same(expected);
    }

    private static boolean playbackEndsByItself(JsonNode event, List<JsonNode> recorded) {
        return event.path("playback").path("media_uri").asText().equals("sound:digits/1");
    }

    private HttpResponse<String> send(JsonNode line, String recordedChannel, String channel) {
        if (line.path("query").path("media").asText().contains(",")) {
            exchange.faults().playbacksLast(Duration.ofMillis(50));
        }
        StringBuilder path = new StringBuilder(
                line.path("uri").asText().replaceFirst("^/ari", "").replace(recordedChannel, channel));
        char mark = '?';
        for (Iterator<Map.Entry<String, JsonNode>> i = line.path("query").fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> pair = i.next();
            String value = pair.getValue().asText().replace(recordedChannel, channel);
            path.append(mark)
                    .append(pair.getKey())
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            mark = '&';
        }
        String body = line.has("body") ? line.path("body").toString() : null;
        return program.send(line.path("method").asText(), path.toString(), body);
    }

    private void sameAnswer(JsonNode line, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode())
                .as("answer " + line)
                .isEqualTo(line.path("status").asInt());
        JsonNode body = answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        assertThat(fields(body)).as("answer " + line.path("to")).isEqualTo(fields(line.path("body")));
    }

    private void same(List<JsonNode> recorded) {
        List<JsonNode> expected = recorded.stream()
                .filter(event -> !BY_ENDPOINT.contains(event.path("type").asText()))
                .toList();
        await().atMost(Duration.ofSeconds(5)).until(() -> program.events.size() >= expected.size());
        assertThat(program.types())
                .containsExactlyElementsOf(expected.stream()
                        .map(event -> event.path("type").asText())
                        .toList());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(fields(program.events.get(i)))
                    .as(expected.get(i).path("type").asText())
                    .isEqualTo(fields(expected.get(i)));
            for (String exact : List.of("cause", "tech_cause", "digit", "dialstatus", "variable", "cause_txt")) {
                assertThat(program.events.get(i).path(exact))
                        .as(exact)
                        .isEqualTo(expected.get(i).path(exact));
            }
            assertThat(program.events.get(i).path("playback").path("state"))
                    .isEqualTo(expected.get(i).path("playback").path("state"));
        }
    }

    private static String channelOf(List<JsonNode> recorded) {
        return recorded.stream()
                .map(line -> line.path("event"))
                .map(event -> event.path(event.has("peer") ? "peer" : "channel")
                        .path("id")
                        .asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> recording(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name + ".jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
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
