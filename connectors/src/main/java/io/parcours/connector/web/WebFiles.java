package io.parcours.connector.web;

import io.parcours.media.MediaSource;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The files that people send by one channel, fetched from its provider. */
public abstract class WebFiles<L extends WebLine> implements MediaSource {

    private final String channel;
    private final WebLines<L> lines;

    protected WebFiles(String channel, WebLines<L> lines) {
        this.channel = channel;
        this.lines = lines;
    }

    protected abstract Told fetch(L line, Wanted wanted, OutputStream into) throws IOException;

    @Override
    public final String channel() {
        return channel;
    }

    @Override
    public final Told fetch(Wanted wanted, OutputStream into) throws IOException {
        L line = lines.find(wanted.tenant(), wanted.account())
                .orElseThrow(() -> new NotFetched(Reason.ACCOUNT, "The account is not there"));
        return fetch(line, wanted, into);
    }

    /** @throws IOException where none came: it is worth another try */
    protected static <T> T answer(CompletableFuture<T> call) throws IOException {
        try {
            return call.join();
        } catch (CompletionException failure) {
            throw new IOException(failure.getCause().getClass().getSimpleName());
        }
    }
}
