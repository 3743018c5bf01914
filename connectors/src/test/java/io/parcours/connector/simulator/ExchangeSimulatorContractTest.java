package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.Contracts;
import io.parcours.connector.simulator.ExchangeReplay.Act;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulator against what a real exchange said: the commands of a recording are given again, and the events and answers must
 * come in the same order with the same fields. Runs where -Dparcours.contracts= names the folder with the recordings.
 *
 * <p>Left out is what the simulator does not promise since we never ask for it: channels made and dialled in two steps, calls
 * straight into the dialplan, Local endpoints, talk detection, recordings of one channel, listening to everything, commands by the
 * event connection, an exchange that connects by itself, and the other interfaces (AGI, AMI). What final answers become is in
 * {@code OutcomesContractTest}.
 */
@Timeout(60)
class ExchangeSimulatorContractTest {

    static final String APPLICATION = "journey";

    private static final String NOBODY = "nobody";

    private ExchangeSimulator exchange;
    private ExchangeRawClient program;

    @BeforeEach
    void findContracts() {
        Contracts.folder();
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
        List<JsonNode> recorded = Contracts.recording("inbound_answered_dtmf");
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
        List<JsonNode> recorded = Contracts.recording("inbound_caller_hangs_up_in_prompt");
        CallerHandset caller = call();

        replay(recorded, caller.callId(), Map.of("ChannelHangupRequest", event -> caller.hangUp()));
    }

    @Test
    void theLastEventOfASubscribedChannel() throws IOException {
        List<JsonNode> recorded = Contracts.recording("inbound_subscribed_channel");
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
        List<JsonNode> recorded = Contracts.recording(scenario);

        replay(recorded, channelOf(recorded), Map.of());
    }

    @Test
    void aCallThatRingsUntilOurPatienceEnds() throws IOException {
        exchange.faults().whenCalled("79160000001", CalledParty.RINGS_OUT);
        List<JsonNode> recorded = Contracts.recording("outbound_no_answer_timeout");
        recorded.stream()
                .filter(line -> line.path("body").has("timeout"))
                .forEach(line -> ((ObjectNode) line.path("body")).put("timeout", 1));

        replay(recorded, channelOf(recorded), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "outbound_answered_hangup_by_us, ANSWERS",
        "outbound_early_media, ANNOUNCES",
        "outbound_amd_human, ANSWERS",
        "outbound_amd_machine, MACHINE",
        "outbound_amd_rtp_silence, MACHINE"
    })
    void aCallThatIsAnsweredAndThatWeEnd(String scenario, CalledParty party) throws IOException {
        exchange.faults().whenCalled("79160000001", party);
        List<JsonNode> recorded = Contracts.recording(scenario);

        replay(recorded, channelOf(recorded), Map.of());

        assertThat(exchange.channels()).isEmpty();
    }

    /** The second one: a redirection that the exchange follows inside the call, as the endpoint's configuration asks it to. */
    @ParameterizedTest
    @CsvSource({"outbound_answered_hangup_by_them", "outbound_redirect_302_uri_pjsip"})
    void aCallThatIsAnsweredAndThatTheyEnd(String scenario) throws IOException {
        List<JsonNode> recorded = Contracts.recording(scenario);
        String channel = channelOf(recorded);

        replay(recorded, channel, Map.of("ChannelHangupRequest", event -> exchange.hangUp(channel)));

        assertThat(exchange.channels()).isEmpty();
    }

    @Test
    void whatTheSimulatorDoesNotDoItSays() {
        for (String command : List.of("channels/create", "channels/externalMedia", "sounds", "channels/1/record")) {
            assertThat(program.send("POST", "/" + command + "?app=journey&endpoint=PJSIP/1", null)
                            .statusCode())
                    .as(command)
                    .isEqualTo(404);
        }
        assertThat(exchange.channels()).isEmpty();
    }

    @Test
    void whatTheExchangeWillNotBegin() throws IOException {
        replay(Contracts.recording("outbound_unknown_endpoint"), NOBODY, Map.of());

        assertThat(program.events)
                .as("of a call for somebody who is not there nobody is told")
                .isEmpty();
    }

    @Test
    void callerAndAgentInABridgeThatIsRecorded() throws IOException {
        List<JsonNode> recorded = Contracts.recording("transfer_to_agent_bridge");
        CallerHandset caller = call();

        replay(recorded, caller.callId(), Map.of("ChannelHangupRequest", event -> exchange.hangUp(agent(recorded))));

        assertThat(exchange.channels()).isEmpty();
        assertThat(exchange.bridges()).isEmpty();
        assertThat(exchange.recordings()).isEmpty();
    }

    @Test
    void aCallerWhoGoesFromOneAgentToAnother() throws IOException {
        List<JsonNode> recorded = Contracts.recording("transfer_agent_to_agent");
        CallerHandset caller = call();

        replay(recorded, caller.callId(), Map.of());

        assertThat(exchange.channels()).isEmpty();
        assertThat(exchange.bridges()).isEmpty();
    }

    /** Trap 7. */
    @Test
    void aConnectionThatIsLostInACall() throws IOException {
        List<JsonNode> recorded = Contracts.recording("websocket_drop_mid_call");
        CallerHandset caller = call();

        replay(recorded, caller.callId(), Map.of());

        assertThat(exchange.events().stream().filter(event -> event.what().equals("PlaybackFinished")))
                .as("one of them while nobody listened")
                .hasSize(2);
    }

    @Test
    void anApplicationThatNobodyIsConnectedFor() throws IOException {
        program.drop();
        await().until(() -> !exchange.connected(APPLICATION));
        assertThat(exchange.handset("79031234567").call("600"))
                .as("the caller is refused")
                .isFalse();

        replay(Contracts.recording("app_not_connected"), NOBODY, Map.of());
    }

    private CallerHandset call() {
        CallerHandset caller = exchange.handset("79031234567");
        assertThat(caller.call("600")).isTrue();
        return caller;
    }

    private void replay(List<JsonNode> recorded, String channel, Map<String, Act> people) throws IOException {
        String recordedChannel = channel.equals(NOBODY) ? NOBODY : channelOf(recorded);
        new ExchangeReplay(exchange, program, recordedChannel, channel, people).play(recorded);
    }

    private static String agent(List<JsonNode> recorded) {
        return recorded.stream()
                .map(line -> line.path("event").path("peer").path("id").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
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
}
