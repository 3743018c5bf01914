package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.Interruption;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection is lost and found again, in all the ways that were seen. */
@Timeout(60)
class VoiceReconnectTest {

    private final VoiceTestBed bed = new VoiceTestBed(new VoiceOptions(
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            true));

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aConnectionThatBreaksIsMadeAgainAndTheCallGoesOn() {
        CallerHandset awa = bed.caller();

        bed.exchange.cut();

        soon().until(() -> !bed.state().works());
        soon().until(() -> bed.state().works());
        assertThat(awa.state()).isEqualTo(State.TALKING);
        bed.say("Nous revoilà.");
        soon().until(() -> texts(awa).contains("Nous revoilà."));
        assertThat(bed.inbox.stored).hasSize(1);
    }

    @Test
    void whileItIsBrokenACallersTextWaitsAndIsNotLost() {
        bed.caller();
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.state().works());

        assertThatThrownBy(() -> bed.say("Bonjour.")).isInstanceOf(ChannelUnavailable.class);

        bed.exchange.faults().lock(false);
        soon().until(() -> bed.state().works());
        bed.say("Bonjour.");
    }

    @Test
    void aCallThatEndedInTheGapEndsHere() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        String text = bed.say("Un long texte.");
        soon().until(() -> !awa.heard().isEmpty());
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.state().works());
        awa.hangUp();

        bed.exchange.faults().lock(false);

        soon().until(() -> bed.board().calls().size() == 0);
        soon().until(() -> !bed.inbox.receipts.isEmpty());
        assertThat(bed.inbox.receipts.get(0).providerId()).isEqualTo(text);
        assertThat(bed.inbox.receipts.get(0).state()).isEqualTo(DeliveryState.UNDELIVERABLE);
    }

    @Test
    void aPromptThatEndedInTheGapDoesNotHoldTheCall() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().playbacksLast(Duration.ofMillis(300));
        bed.say("Un.");
        bed.say("Deux.");
        soon().until(() -> !awa.heard().isEmpty());
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.state().works());
        soon().until(() -> awa.heard().get(0).end() != null);

        bed.exchange.faults().lock(false);

        soon().until(() -> texts(awa).equals(List.of("Un.", "Deux.")));
    }

    @Test
    void aRestartedNodeTakesUpFiftyCallsWithinTenSeconds() {
        List<CallerHandset> callers = IntStream.range(0, 50)
                .mapToObj(i -> bed.caller("+22901970010" + (10 + i)))
                .toList();

        long began = System.nanoTime();
        bed.restart();
        soon().until(() -> bed.board().calls().size() == 50);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(callers).allMatch(caller -> caller.state() == State.TALKING);
        assertThat(bed.inbox.interruptions.get(1).present()).hasSize(50);
        bed.send("+2290197001010", "Nous revoilà.", List.of(), Expectation.NOTHING);
        soon().until(() -> texts(callers.get(0)).contains("Nous revoilà."));
    }

    @Test
    void aNodeThatBeginsTellsWhoStillListensAndOneThatReconnectsHasNothingToTell() {
        bed.caller();
        bed.caller("+2290197000002").hangUp();
        soon().until(() -> bed.board().calls().size() == 1);

        bed.restart();

        assertThat(bed.inbox.interruptions)
                .extracting(Interruption::present)
                .containsExactly(Set.of(), Set.of(VoiceTestBed.SUBSCRIBER));
        assertThat(bed.inbox.interruptions).allSatisfy(each -> {
            assertThat(each.channel()).isEqualTo("voice");
            assertThat(each.account()).isEqualTo(VoiceTestBed.ACCOUNT);
        });

        bed.exchange.cut();
        soon().until(() -> !bed.state().works());
        soon().until(() -> bed.state().works());
        assertThat(bed.inbox.interruptions).hasSize(2);
    }

    @Test
    void aNodeTakesNoTextBeforeItIsKnownWhatTheOneBeforeLeftUnsaid() {
        bed.caller();
        bed.inbox.failures.set(2);

        bed.restart();

        assertThat(bed.inbox.failures).hasValue(0);
        assertThat(bed.inbox.interruptions).hasSize(2);
    }

    @Test
    void bridgesAndChannelsThatNobodyKnowsAnyMoreAreRemoved() throws Exception {
        String ours = Ids.next(bed.board().account(), "bridge");
        post("/ari/bridges/" + ours + "?type=mixing");
        post("/ari/bridges/of-somebody-else?type=mixing");
        bed.exchange.redirectedCall(VoiceTestBed.APPLICATION + "-other", "1");
        assertThat(bed.exchange.bridges()).hasSize(2);

        bed.exchange.cut();

        soon().until(() -> bed.exchange.bridges().equals(List.of("of-somebody-else")));
        assertThat(bed.exchange.channels())
                .as("another application's channel stays")
                .hasSize(1);
    }

    @Test
    void anotherProgramOfTheSameNamePutsUsOutAndWeStayOut() throws Exception {
        WebSocket other = connect("");

        soon().until(() -> !bed.state().works());
        assertThat(bed.state().problem()).isEqualTo(Switchboard.REPLACED);
        await().during(Duration.ofSeconds(1)).until(() -> !bed.state().works());
        assertThat(bed.exchange.events().stream().filter(e -> e.what().equals("ApplicationReplaced")))
                .hasSize(1);
        assertThat(bed.exchange.connected(VoiceTestBed.APPLICATION))
                .as("the other one keeps the name")
                .isTrue();
        other.abort();
    }

    @Test
    void anExchangeThatRefusesToSayWhichCallsAreUpDoesNotCount() {
        bed.exchange.faults().refuseNext(2, 503);
        bed.exchange.cut();

        soon().until(() -> !bed.state().works());
        soon().until(() -> bed.state().works());
        assertThat(bed.registry.get("parcours.voice.up").gauge().value()).isEqualTo(1);
    }

    /** Trap 7: without a connection the exchange refuses new calls, and keeps those that are up. */
    @Test
    void newCallersAreRefusedWhileNobodyIsConnectedAndHearNoSilence() {
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.exchange.connected(VoiceTestBed.APPLICATION));

        assertThat(bed.exchange.handset("+2290197000002").call(VoiceTestBed.LINE))
                .isFalse();
    }

    /** Trap 1, while nobody was connected. */
    @Test
    void aCallThatTheExchangeMadeOfARedirectionIsNobodysAndIsHungUp() {
        String local = bed.exchange.redirectedCall(VoiceTestBed.APPLICATION, "79160000002");

        soon().until(() -> !bed.exchange.channels().contains(local));
        soon().until(() -> bed.inbox.notices.size() == 1);
        assertThat(bed.inbox.reasons().get(0)).contains("redirection");
        assertThat(bed.inbox.stored).isEmpty();
    }

    /** Trap 2: of an incoming call the exchange tells the end only to who subscribed to its channel. */
    @Test
    void aCallerWhoHangsUpIsKnownToBeGoneByTheLastEventOfASubscribedChannel() {
        CallerHandset awa = bed.caller();
        awa.hangUp();

        soon().until(() -> bed.board().calls().size() == 0);
        soon().until(() -> bed.exchange.events().stream().anyMatch(e -> e.what().equals("ChannelDestroyed")));
    }

    private WebSocket connect(String more) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", authorization())
                .buildAsync(
                        URI.create(bed.exchange.url().replace("http", "ws") + "/ari/events?app="
                                + VoiceTestBed.APPLICATION + more),
                        new WebSocket.Listener() {})
                .get();
    }

    private void post(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bed.exchange.url() + path))
                .header("Authorization", authorization())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString("journey:ari-secret".getBytes());
    }
}
