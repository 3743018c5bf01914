package io.parcours.connector.web;

import io.parcours.media.MediaSource.Wanted;
import io.parcours.media.NotFetched;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fetches files, piece by piece: however slowly they come, a fetch ends within its patience. */
public final class FileCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final ScheduledThreadPoolExecutor ENDS = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "file-ends");
        thread.setDaemon(true);
        return thread;
    });

    static {
        ENDS.setRemoveOnCancelPolicy(true);
    }

    private final HttpClient client;
    private final Duration patience;

    public FileCalls() {
        this(PATIENCE);
    }

    /** @param patience for the whole of one file */
    public FileCalls(Duration patience) {
        // Redirections are not followed: they would lead a fetch, and its token, wherever somebody likes.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        this.patience = patience;
    }

    /**
     * @return the type that the answer tells; null where it tells none
     * @throws NotFetched where there is no such file, or it is larger than what is wanted
     */
    public String fetch(HttpRequest request, Wanted wanted, OutputStream into) throws IOException {
        long began = System.nanoTime();
        HttpResponse<InputStream> answer = head(request);
        long left = Math.max(1, patience.toNanos() - (System.nanoTime() - began));
        try (InputStream body = answer.body()) {
            int status = answer.statusCode();
            if (status == 404 || status == 410) {
                throw new NotFetched(NotFetched.Reason.GONE, "HTTP " + status);
            }
            if (status != 200) {
                throw new IOException("HTTP " + status);
            }
            wanted.announced(answer.headers().firstValueAsLong("Content-Length").orElse(0));
            copy(body, into, left);
            return answer.headers().firstValue("Content-Type").orElse(null);
        }
    }

    private HttpResponse<InputStream> head(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> call =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause().getClass().getSimpleName());
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new IOException("No answer in time");
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Stopped");
        }
    }

    /** A read that waits for octets is ended by closing what it reads from, which then looks like the file's end. */
    private static void copy(InputStream body, OutputStream into, long nanoseconds) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = ENDS.schedule(
                () -> {
                    late.set(true);
                    body.close();
                    return null;
                },
                nanoseconds,
                TimeUnit.NANOSECONDS);
        try {
            body.transferTo(into);
        } finally {
            end.cancel(false);
        }
        if (late.get()) {
            throw new IOException("Not all of it in time");
        }
    }
}
