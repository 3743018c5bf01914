package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated operator as any client sees it. */
class OperatorSimulatorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T09:30:00Z"), ZoneOffset.UTC);
    private final HttpClient client = HttpClient.newHttpClient();
    private OperatorSimulator simulator;

    @BeforeEach
    void start() {
        simulator = OperatorSimulator.start("the-token", CLOCK);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aZoneHasItsOutages() throws Exception {
        assertThat(outages("Porto-Novo").body()).contains("Coupure de fibre", "2026-11-28T15:00:00Z");
        assertThat(outages("Cotonou").body()).contains("\"outages\":[]");
    }

    @Test
    void nobodyIsAnsweredWithoutTheToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/network/outages/Parakou"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void aCardIsActivatedOnceForItsKey() throws Exception {
        String first = activated("job-1", "8922901229019700000").body();
        assertThat(first).contains("SIM-1000", "2026-11-28");
        assertThat(activated("job-1", "8922901229019700000").body()).isEqualTo(first);
        assertThat(simulator.activations()).isEqualTo(1);
    }

    @Test
    void aCardThatIsNoneIsTheSendersFault() throws Exception {
        HttpResponse<String> refused = activated("job-2", "12");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("s:Client");
        assertThat(activated("job-3", "<x").body()).contains("s:Client");
    }

    @Test
    void itsFaultsAreAsTheyAreNamed() throws Exception {
        simulator.fault("outages", OperatorFault.DOWN);
        assertThat(outages("Parakou").statusCode()).isEqualTo(500);
        simulator.fault("outages", OperatorFault.MALFORMED);
        assertThat(outages("Parakou").body()).startsWith("{").doesNotEndWith("}");
        simulator.fault("outages", OperatorFault.SLOW);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> outages("Parakou")))
                .isInstanceOf(HttpTimeoutException.class);
    }

    private HttpResponse<String> outages(String zone) throws IOException, InterruptedException {
        return client.send(request("/network/outages/" + zone).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> activated(String key, String iccid) throws IOException, InterruptedException {
        String body = """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:o="urn:operator:sim"><s:Body>
                <o:ActivateSim><o:Key>%s</o:Key><o:Iccid>%s</o:Iccid></o:ActivateSim></s:Body></s:Envelope>""".formatted(key, iccid);
        return client.send(
                request("/soap/sim").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .timeout(Duration.ofMillis(700))
                .header("Authorization", "Bearer the-token");
    }
}
