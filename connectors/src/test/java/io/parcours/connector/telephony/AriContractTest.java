package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parcours.account.AccountValues;
import io.parcours.connector.Contracts;
import io.parcours.connector.simulator.CalledParty;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.Supervision;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every command that we send, and every event and answer of the simulated exchange, against the exchange's own description; runs
 * where -Dparcours.contracts= names the folder with it.
 */
@Timeout(120)
class AriContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLED = "+22997000009";
    private static final VoiceOptions PATIENT = new VoiceOptions(
            Duration.ofMillis(700),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(20),
            true);

    private Path folder;
    private AriDescription ari;
    private AriWiretap wire;
    private VoiceTestBed bed;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder();
        ari = new AriDescription(folder.resolve("ari"));
        bed = new VoiceTestBed(PATIENT, exchange -> {
            wire = new AriWiretap(exchange);
            return wire.url();
        });
    }

    @AfterEach
    void close() {
        if (bed != null) {
            bed.close();
            wire.close();
        }
    }

    @Test
    void whatWeSendAndWhatWeAreToldIsWhatIsDescribed() {
        aCallIsAnsweredAskedAndHungUp();
        aCallerSpeaksWithAgents();
        anAgentCalls();
        whoAnswersIsHeard();
        theConnectionIsLostAndFound();
        anAccountIsTested();

        Set<String> wrong = new TreeSet<>();
        for (AriWiretap.Command command : wire.commands) {
            ari.violations(command).forEach(each -> wrong.add(ari.name(command) + ": " + each + " in " + command));
            ari.violationsOfAnswer(command).forEach(each -> wrong.add("answer to " + ari.name(command) + ": " + each));
        }
        wire.events.forEach(event -> wrong.addAll(ari.violationsOfEvent(event)));
        assertThat(wrong).isEmpty();
        assertThat(wire.commands.size() + wire.events.size()).isGreaterThan(200);
        Set<String> sent = wire.commands.stream().map(ari::name).collect(Collectors.toSet());
        assertThat(sent)
                .as("each that we have was sent")
                .containsExactlyInAnyOrder(
                        "eventWebsocket",
                        "list",
                        "get",
                        "getInfo",
                        "subscribe",
                        "originateWithId",
                        "hangup",
                        "continueInDialplan",
                        "answer",
                        "ring",
                        "ringStop",
                        "startMoh",
                        "stopMoh",
                        "playWithId",
                        "stop",
                        "snoopChannelWithId",
                        "createWithId",
                        "addChannel",
                        "destroy",
                        "record");
        assertThat(places())
                .as("of each kind of thing")
                .contains("channels", "bridges", "playbacks", "recordings", "applications", "endpoints", "asterisk");
    }

    @Test
    void theDescriptionIsThatOfTheExchangeThatWasRecorded() {
        int events = 0;
        int commands = 0;
        for (JsonNode line : recorded()) {
            JsonNode event = line.path("event");
            if (line.path("kind").asText().equals("request")) {
                AriWiretap.Command command =
                        command(line.path("method").asText(), line.path("uri").asText());
                assertThat(ari.name(command)).as("%s", command).isNotEmpty();
                commands++;
            } else if (event.isObject() && !event.path("type").asText().matches("RESTResponse|Response")) {
                assertThat(ari.violationsOfEvent(event)).as("%s", event).isEmpty();
                events++;
            }
        }
        assertThat(events).isGreaterThan(500);
        assertThat(commands).isGreaterThan(100);
    }

    @Test
    void whatIsNotDescribedIsFound() {
        String answer = "/ari/channels/1/answer";
        assertThat(ari.violations(command("POST", answer))).isEmpty();
        assertThat(ari.violations(command("PUT", answer))).hasSize(1);
        assertThat(ari.violations(command("POST", answer + "ed"))).hasSize(1);
        assertThat(ari.violations(command("POST", answer + "?tone=high"))).containsExactly("has no parameter tone");
        assertThat(ari.violations(command("POST", "/ari/bridges/1/addChannel"))).containsExactly("lacks channel");
        assertThat(ari.violations(command("DELETE", "/ari/channels/1?reason=bored")))
                .hasSize(1);
        assertThat(ari.violations(command("POST", "/ari/channels/1/continue?priority=first")))
                .hasSize(1);
        assertThat(ari.violations(originate("{\"endpoint\": \"PJSIP/1\", \"timeout\": 3}")))
                .isEmpty();
        assertThat(ari.violations(originate("{\"endpoint\": \"PJSIP/1\", \"timeout\": \"3\"}")))
                .hasSize(1);
        assertThat(ari.violations(originate("{\"app\": \"a\", \"caller\": \"1\"}")))
                .containsExactly("has no parameter caller", "lacks endpoint");
        assertThat(ari.violationsOfEvent(json("{\"type\": \"Dial\", \"dialstatus\": 3}")))
                .contains("Dial.dialstatus is no string: 3", "Dial lacks peer", "Dial lacks timestamp");
    }

    private void aCallIsAnsweredAskedAndHungUp() {
        CallerHandset awa = bed.caller();
        bed.say("Bonjour.");
        soon().until(() -> texts(awa).contains("Bonjour."));
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        bed.send(VoiceTestBed.SUBSCRIBER, "Lequel ?", List.of(new Choice("q#1", "Un")), Expectation.CHOICE);
        soon().until(() -> awa.heard().size() == 2);
        awa.press("1");
        soon().until(() -> bed.inbox.stored.size() == 2);
        bed.exchange.faults().playbacksLast(Duration.ofMillis(100));
        bed.telephony.hangUp(TENANT, ACCOUNT, awa.callId());
        soon().until(() -> awa.state() == State.IDLE);
    }

    private void aCallerSpeaksWithAgents() {
        CallerHandset awa = bed.caller();
        String first = bed.connect(awa, "PJSIP/agent1", "first");
        bed.telephony.record(TENANT, ACCOUNT, awa.callId(), "case-1");
        soon().until(() -> !bed.exchange.recordings().isEmpty());
        bed.telephony.stopRecording(TENANT, ACCOUNT, "case-1");
        soon().until(() -> bed.exchange.recordings().isEmpty());
        supervise(awa, Supervision.LISTEN, "none");
        supervise(awa, Supervision.WHISPER, "out");
        String second = bed.telephony.consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());
        soon().until(() -> bed.together(first, second));
        bed.telephony.completeTransfer(TENANT, ACCOUNT, awa.callId());
        soon().until(() -> bed.together(awa.callId(), second));
        String third = bed.telephony.transfer(TENANT, ACCOUNT, awa.callId(), CALLED, new Told());
        soon().until(() -> bed.together(awa.callId(), third));
        awa.hangUp();
        nothingIsLeft();
    }

    private void supervise(CallerHandset caller, Supervision how, String whisper) {
        String boss = bed.telephony.supervise(TENANT, ACCOUNT, caller.callId(), "PJSIP/boss", how, new Told());
        soon().until(() -> bed.exchange.whisper().equals(whisper));
        bed.telephony.hangUp(TENANT, ACCOUNT, boss);
        soon().until(() -> bed.exchange.whisper().isEmpty());
    }

    private void anAgentCalls() {
        Told called = new Told();
        String call = bed.telephony.dial(request(false), "PJSIP/agent1", new Told(), called);
        soon().until(() -> called.all.contains("answered UNASKED"));
        bed.telephony.hangUp(TENANT, ACCOUNT, call);
        nothingIsLeft();
    }

    private void whoAnswersIsHeard() {
        Told told = new Told();
        bed.exchange.faults().whenCalled("22997000009", CalledParty.MACHINE);
        String machine = bed.telephony.call(request(true), told);
        soon().until(() -> told.all.contains("answered MACHINE"));
        bed.exchange.hangUp(machine);
        soon().until(() -> told.end != null);
        for (CalledParty party : Set.of(CalledParty.BUSY, CalledParty.REDIRECTS, CalledParty.DEAD_TRUNK)) {
            Told refused = new Told();
            bed.exchange.faults().whenCalled("22997000009", party);
            bed.telephony.call(request(false), refused);
            soon().until(() -> refused.end != null);
        }
        bed.exchange.faults().whenCalled("22997000009", CalledParty.ANSWERS);
        nothingIsLeft();
    }

    /** With a prompt that is asked after, a channel and a bridge that nobody knows, and a command whose answer is late. */
    private void theConnectionIsLostAndFound() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        CallerHandset awa = bed.caller();
        bed.say("Un long texte.");
        soon().until(() -> awa.heard().size() == 1);
        bed.board()
                .ari()
                .post("bridge", "/bridges/" + orphan("bridge"), Map.of("type", "mixing"))
                .join();
        Told told = new Told();
        bed.exchange.faults().holdBack("POST /ari/channels/[^/]*", Duration.ofMillis(900));
        bed.telephony.call(request(false), told);
        soon().until(() -> wire.commands.stream()
                .anyMatch(command ->
                        command.method().equals("GET") && command.path().matches("/ari/channels/[^/]+")));
        bed.exchange.faults().holdBack("", Duration.ZERO);
        bed.exchange.cut();
        soon().until(() -> bed.exchange.bridges().isEmpty());
        soon().until(() -> wire.commands.stream()
                .anyMatch(command ->
                        command.method().equals("GET") && command.path().startsWith("/ari/playbacks/")));
        soon().until(() -> told.end != null);
    }

    private void anAccountIsTested() {
        AccountValues values = new AccountValues(
                TENANT,
                VoiceChannel.NAME,
                "second",
                Map.of(
                        "exchange",
                        wire.url(),
                        "ariUser",
                        "journey",
                        "password",
                        "ari-secret",
                        "application",
                        "service",
                        "trunk",
                        "PJSIP/trunk",
                        "mediaUrl",
                        "http://127.0.0.1:9"));
        assertThat(bed.kind().test(values)).isEmpty();
    }

    private String orphan(String what) {
        return Ids.next(bed.board().account(), what);
    }

    private void nothingIsLeft() {
        soon().until(() ->
                bed.exchange.channels().isEmpty() && bed.exchange.bridges().isEmpty());
        soon().until(() -> bed.board().calls().size() == 0);
    }

    private Set<String> places() {
        return wire.commands.stream()
                .map(command -> command.path().split("/")[2])
                .collect(Collectors.toSet());
    }

    private static CallRequest request(boolean detect) {
        return new CallRequest(TENANT, ACCOUNT, CALLED, Duration.ofSeconds(2), detect);
    }

    private static AriWiretap.Command command(String method, String address) {
        URI uri = URI.create(address);
        MissingNode nothing = MissingNode.getInstance();
        return new AriWiretap.Command(method, uri.getRawPath(), uri.getRawQuery(), nothing, 200, nothing);
    }

    private static AriWiretap.Command originate(String body) {
        return new AriWiretap.Command("POST", "/ari/channels/1", null, json(body), 200, MissingNode.getInstance());
    }

    private static List<JsonNode> recorded() {
        return Contracts.recordings().values().stream().flatMap(List::stream).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
