package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.TOKEN;
import static io.parcours.connector.whatsapp.WhatsAppTestBed.account;
import static io.parcours.connector.whatsapp.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.parcours.connector.OutcomeUnknown;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WhatsAppSendTest {

    private final RawCloud cloud = new RawCloud();
    private final WhatsAppTestBed bed = new WhatsAppTestBed(account(cloud.url()));

    @AfterEach
    void stop() {
        bed.close();
        cloud.close();
    }

    @Test
    void aTextIsTakenAndItsIdComesBack() {
        assertThat(bed.send("Bonjour").providerIds()).containsExactly("wamid.taken");
        assertThat(cloud.requests.get(0))
                .startsWith("POST /v23.0/" + Payload.NUMBER_ID + "/messages HTTP/1.1\r\n")
                .containsIgnoringCase("authorization: Bearer " + TOKEN);
        assertThat(cloud.body(0)).contains("\"to\":\"2290197000001\"").contains("\"body\":\"Bonjour\"");
        assertThat(sends("sent")).isEqualTo(1);
    }

    @Test
    void aSubscriberWithoutANumberIsReachedByTheirUserId() {
        bed.sendTo("BJ.5550001", "Bonjour");
        assertThat(cloud.body(0)).contains("\"recipient\":\"BJ.5550001\"").doesNotContain("\"to\"");
    }

    @Test
    void anAddressThatIsNeitherReachesNobodyHere() {
        assertThatThrownBy(() -> bed.sendTo("@awa", "Bonjour"))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.NOT_HERE));
        assertThat(cloud.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 131047, WINDOW_CLOSED, 131047",
        "400, 131026, NOT_HERE, 131026",
        "404, 132001, NO_TEMPLATE, 132001",
        "400, 131009, PERHAPS_LATER, 131009",
        "404, 0, PERHAPS_LATER, http-404"
    })
    void aRefusalSaysWhatWouldHelpAndRepeatsNobodysNumber(int status, int code, Kind kind, String name) {
        cloud.answers(RawCloud.error(status, code));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.code()).isEqualTo(name);
            assertThat(refused.getMessage()).doesNotContain("2290197", TOKEN);
        });
        assertThat(bed.state().works()).isTrue();
        assertThat(sends("refused")).isEqualTo(1);
    }

    @Test
    void afterAThrottleTheWireIsLeftAloneForAWhileAndTheNextTimeForLonger() {
        cloud.answers(RawCloud.error(429, 130429), RawCloud.error(503, 0));
        Duration first = pause();
        assertThat(pause()).isLessThanOrEqualTo(first);
        assertThat(cloud.requests).hasSize(1);
        assertThat(bed.state().works()).isTrue();
        assertThat(bed.channel.silence("baobab", "baobab-wa")).isPositive();
        assertThat(bed.channel.freePlaces("baobab", "baobab-wa")).isZero();

        soon().until(() -> catchThrowable(() -> bed.send("Bonjour")) != null && cloud.requests.size() == 2);
        assertThat(pause()).isGreaterThan(Duration.ofMillis(150));
        soon().until(() -> catchThrowable(() -> bed.send("Bonjour")) == null);
    }

    @Test
    void tooMuchToOneSubscriberKeepsNobodyElseWaiting() {
        cloud.answers(RawCloud.error(400, 131056));
        assertThat(pause()).isEqualTo(Duration.ofSeconds(6));
        assertThat(bed.sendTo("+2290197000002", "Bonjour").providerIds()).hasSize(1);
    }

    @Test
    void anAccountThatMetaRefusesIsDownUntilItIsAcceptedAgain() {
        cloud.answers(RawCloud.error(401, 190), RawCloud.error(401, 190));
        assertThatThrownBy(() -> bed.send("Bonjour"))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageNotContaining(TOKEN);
        assertThat(bed.state().problem()).asString().contains("code 190").doesNotContain(TOKEN);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.registry.get("parcours.whatsapp.up").gauge().value()).isZero();

        soon().until(() -> bed.state().works());
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
        assertThat(cloud.requests).hasSize(4);
        assertThat(cloud.requests.get(1)).startsWith("GET /v23.0/" + Payload.NUMBER_ID + "?fields=id ");
    }

    @Test
    void withoutAConnectionNothingLeftAndItIsTriedUntilThereIsOne() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (WhatsAppTestBed unreachable = new WhatsAppTestBed(account("http://127.0.0.1:" + port))) {
            assertThatThrownBy(() -> unreachable.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
            assertThat(unreachable.state().problem()).asString().contains("no connection");
            assertThatThrownBy(() -> unreachable.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
            try (RawCloud back = new RawCloud(port)) {
                soon().until(() -> unreachable.state().works());
                assertThat(unreachable.send("Bonjour").providerIds()).hasSize(1);
                assertThat(back.requests).hasSize(2);
            }
        }
    }

    @Test
    void aPeerWhomNobodyVouchesForGetsNothing(@TempDir Path folder) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer stranger = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        stranger.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
        stranger.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        stranger.start();
        String url = "https://127.0.0.1:" + stranger.getAddress().getPort();
        try (WhatsAppTestBed distrustful = new WhatsAppTestBed(account(url))) {
            assertThatThrownBy(() -> distrustful.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
            assertThat(distrustful.state().works()).isFalse();
            assertThat(requests).hasValue(0);
        } finally {
            stranger.stop(0);
        }
    }

    private static SSLContext selfSigned(Path file) throws Exception {
        char[] password = "changeit".toCharArray();
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-alias",
                "stranger",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit");
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RawCloud.SILENCE,
                RawCloud.HANG_UP,
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"mess",
                "nonsense\r\n\r\n"
            })
    void whereNoWholeAnswerComesItIsUnknownWhetherItLeft(String answer) {
        cloud.answers(answer);
        long began = System.nanoTime();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(sends("unknown")).isEqualTo(1);
        assertThatThrownBy(() -> bed.send("Bonjour"))
                .as("the next sender is not kept as long")
                .isInstanceOf(ChannelUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"500, 131000", "502, 0"})
    void whereMetaFailsItIsUnknownWhetherItLeft(int status, int code) {
        cloud.answers(RawCloud.error(status, code));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>ok</html>", ""})
    void anAnswerWithoutAnIdIsUnknownToo(String body) {
        cloud.answers(RawCloud.answer(200, body));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        cloud.answers(RawCloud.answer(200, "{\"a\": \"" + "x".repeat(300_000) + "\"}"));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aRedirectionIsNotFollowedSinceItWouldCarryTheToken() {
        cloud.answers("HTTP/1.1 302 Found\r\nLocation: " + cloud.url() + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(SendRefused.class);
        assertThat(cloud.requests).hasSize(1);
    }

    @Test
    void anotherTenantsAccountIsNoAccount() {
        OutboundMessage foreign = new OutboundMessage(
                UUID.randomUUID(), "karite", "baobab-wa", WhatsAppTestBed.SUBSCRIBER, "Bonjour", List.of());
        assertThatThrownBy(() -> bed.channel.send(foreign)).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.channel.account("karite")).isEmpty();
        assertThat(bed.channel.account("baobab")).contains("baobab-wa");
        assertThat(bed.channel.freeTextWindow()).contains(Duration.ofHours(24));
        assertThat(cloud.requests).isEmpty();
    }

    private Duration pause() {
        Throwable thrown = catchThrowable(() -> bed.send("Bonjour"));
        assertThat(thrown).isInstanceOf(ChannelUnavailable.class);
        return ((ChannelUnavailable) thrown).pause().orElseThrow();
    }

    private long sends(String outcome) {
        return bed.registry
                .get("parcours.whatsapp.send")
                .tags("tenant", "baobab", "account", "baobab-wa", "outcome", outcome)
                .timer()
                .count();
    }
}
