package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.parcours.media.MediaSource.Wanted;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is fetched from where it was said to be, within its size and its time, or not at all. */
@Timeout(30)
class FileCallsTest {

    private final RawPeer peer = new RawPeer(0, RawPeer.answer(200, "0123456789"));
    private final FileCalls calls = new FileCalls(Duration.ofSeconds(1));
    private final ByteArrayOutputStream into = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void aFileComesWithTheTypeThatIsToldOfIt() throws Exception {
        assertThat(fetch(peer.url(), 10)).isEqualTo("application/json");
        assertThat(into).hasToString("0123456789");
    }

    @Test
    void nobodyIsLedElsewhere() {
        try (RawPeer other = new RawPeer(0, RawPeer.answer(200, "secret"))) {
            peer.answers("HTTP/1.1 302 Found\r\nLocation: " + other.url()
                    + "/inside\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

            assertThatThrownBy(() -> fetch(peer.url(), 10)).isInstanceOf(IOException.class);
            assertThat(other.requests).isEmpty();
            assertThat(into.size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsNotThereAnyMoreIsGone(int status) {
        peer.answers(RawPeer.answer(status, "no"));

        refused(Reason.GONE, 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 403, 429, 500, 503})
    void anyOtherAnswerIsWorthAnotherTryAndItsBodyIsNoFile(int status) {
        peer.answers(RawPeer.answer(status, status == 204 ? "" : "an error page"));

        assertThatThrownBy(() -> fetch(peer.url(), 10)).isInstanceOf(IOException.class);
        assertThat(into.size()).isZero();
    }

    @Test
    void whatIsAnnouncedToBeTooLargeIsNotBegun() {
        refused(Reason.TOO_LARGE, 9);
    }

    @Test
    void whatBreaksOffIsNoFile() {
        peer.answers("HTTP/1.1 200 Told\r\nContent-Length: 100\r\nConnection: close\r\n\r\n0123456789");

        assertThatThrownBy(() -> fetch(peer.url(), 100)).isInstanceOf(IOException.class);
    }

    @Test
    void whatDripsWithoutEndIsCutOffAndIsNoFile() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody());
        });
        server.start();
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() ->
                            fetch("http://127.0.0.1:" + server.getAddress().getPort(), 1_000_000))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void drip(OutputStream body) throws IOException {
        try {
            for (int drop = 0; drop < 300; drop++) {
                body.write('x');
                body.flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void refused(Reason reason, long most) {
        assertThatThrownBy(() -> fetch(peer.url(), most))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(reason));
        assertThat(into.size()).isZero();
    }

    private String fetch(String url, long most) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).GET().build();
        return calls.fetch(request, new Wanted("baobab", "account", "file", most), into);
    }
}
