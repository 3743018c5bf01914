package io.parcours.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.engine.Attempt;
import io.parcours.engine.TestJobs;
import io.parcours.engine.TryAgainLater;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.ScriptedMedia;
import io.parcours.tenant.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file is fetched once, by few at a time, and is there whole or not at all, whatever becomes of whoever fetches it. */
@JourneyTest
@Timeout(60)
class MediaFetchTest {

    private static final byte[] SOUND = sound();

    @Autowired
    Scenario operators;

    @Autowired
    ScriptedMedia provider;

    @Autowired
    MediaFetch fetch;

    @Autowired
    MediaFiles files;

    @Autowired
    MediaLinks links;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void noMoreThanTwoAreFetchedAtOnceAndTheThirdComesLaterWithoutAFailure() {
        List<CompletableFuture<Void>> two = List.of(fetching(slow()), fetching(slow()));
        await().until(() -> asked.get() == 2);
        UUID third = slow();

        assertThatThrownBy(() -> inTransaction(() -> fetched(third))).isInstanceOf(TryAgainLater.class);
        assertThat(asked).hasValue(2);
        assertThat(file(third).waiting()).isTrue();

        goesOn.countDown();
        two.forEach(CompletableFuture::join);
        inTransaction(() -> fetched(third));
        assertThat(file(third).kept()).isTrue();
    }

    @Test
    void twoWhoFetchTheSameFileAtTheSameTimeAskTheProviderOnce() {
        UUID file = slow();
        CompletableFuture<Void> one = fetching(file);
        await().until(() -> asked.get() == 1);
        CompletableFuture<Void> other = fetching(file);
        await().until(this::somebodyWaitsForALock);

        goesOn.countDown();
        one.join();
        other.join();

        assertThat(asked).hasValue(1);
        assertThat(octets(file)).isEqualTo(SOUND);
    }

    @Test
    void whatIsKeptIsNotFetchedOnceMoreByAJobThatRunsAgain() {
        goesOn.countDown();
        UUID file = slow();
        inTransaction(() -> fetched(file));

        inTransaction(() -> fetched(file));

        assertThat(asked).hasValue(1);
        assertThat(octets(file)).isEqualTo(SOUND);
    }

    @Test
    void whoeverDiesInTheMiddleLeavesNothingBehindAndItsJobBringsTheFileOnce() {
        String mediaId = UUID.randomUUID().toString();
        provider.has(mediaId, into -> {
            into.write(SOUND, 0, 600_000);
            // As the database sees a process that is killed.
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
            throw new AssertionError("It still lives");
        });
        UUID file = inTransaction(() -> files.expect("whatsapp", "demo", mediaId, "audio/ogg", null));
        jobs.runBackground("demo");
        assertThat(file(file).state()).isEqualTo("waiting");
        assertThat(pieces(file)).isZero();

        provider.has(mediaId, "audio/ogg", SOUND);
        jobs.pass(Duration.ofMinutes(10));
        jobs.runBackground("demo");

        assertThat(file(file).kept()).isTrue();
        assertThat(octets(file)).isEqualTo(SOUND);
        jobs.resetTime();
    }

    @Test
    void whatComesWithItsMessageAndCannotBeReadIsSaidToBeBroken() {
        UUID file = inTransaction(() -> files.keep("mail", "demo", "part/2", "audio/ogg", null, () -> {
            throw new IOException("Not base64");
        }));

        assertThat(file(file).state()).isEqualTo("refused");
        assertThat(file(file).reason()).isEqualTo("broken");
    }

    @Test
    void whatNoMessageTookAlongIsThrownAwayAndNothingElse() {
        UUID added = inTransaction(() -> files.add("a.ogg", "audio/ogg", () -> new ByteArrayInputStream(SOUND)));
        UUID came = inTransaction(
                () -> files.keep("mail", "demo", "part/1", "audio/ogg", null, () -> new ByteArrayInputStream(SOUND)));

        inTransaction(() -> {
            files.discard(added);
            files.discard(came);
            return true;
        });

        assertThat(inTransaction(() -> files.find(added))).isEmpty();
        assertThat(pieces(added)).isZero();
        assertThat(octets(came)).isEqualTo(SOUND);
    }

    @Test
    void addressesWhoseTimeIsOverAreForgottenAndTheOthersServeOn() {
        UUID file = inTransaction(() -> files.add("a.ogg", "audio/ogg", () -> new ByteArrayInputStream(SOUND)));
        inTransaction(() -> links.make(file)).orElseThrow();
        inTransaction(() -> jdbc.sql("update media_link set until = now() - interval '1 minute' where file_id = ?")
                .param(file)
                .update());
        String good = inTransaction(() -> links.make(file)).orElseThrow();

        links.forget();

        assertThat(count("select count(*) from media_link where file_id = ?", file))
                .isEqualTo(1);
        assertThat(links.open(good.substring(good.lastIndexOf('/') + 1))).isPresent();
    }

    @Test
    void nobodyMakesAnAddressOfAnotherOperatorsFile() {
        UUID file = inTransaction(() -> files.add("a.ogg", "audio/ogg", () -> new ByteArrayInputStream(SOUND)));

        Optional<String> address =
                TenantContext.call("littoral", () -> transaction.execute(status -> links.make(file)));

        assertThat(address).isEmpty();
        assertThat(count("select count(*) from media_link where file_id = ?", file))
                .isZero();
    }

    /** A file at the provider that comes as soon as the test says so. */
    private UUID slow() {
        String mediaId = UUID.randomUUID().toString();
        provider.has(mediaId, into -> {
            asked.incrementAndGet();
            waits();
            into.write(SOUND);
            return MediaSource.Told.NOTHING;
        });
        return inTransaction(() -> files.expect("whatsapp", "demo", mediaId, "audio/ogg", null));
    }

    private void waits() throws IOException {
        try {
            if (!goesOn.await(10, TimeUnit.SECONDS)) {
                throw new IOException("Nobody said so");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private CompletableFuture<Void> fetching(UUID file) {
        return CompletableFuture.runAsync(() -> inTransaction(() -> fetched(file)));
    }

    private boolean fetched(UUID file) {
        fetch.run(file.toString(), new Attempt("test", false));
        return true;
    }

    private boolean somebodyWaitsForALock() {
        return inTransaction(() -> jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single());
    }

    private MediaFile file(UUID id) {
        return inTransaction(() -> files.find(id)).orElseThrow();
    }

    private long pieces(UUID id) {
        return count("select count(*) from media_chunk where file_id = ?", id);
    }

    private long count(String sql, UUID id) {
        return inTransaction(() -> jdbc.sql(sql).param(id).query(Long.class).single());
    }

    private byte[] octets(UUID id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = all) {
            for (int number = 0; number < pieces(id); number++) {
                int piece = number;
                out.write(inTransaction(() -> files.piece(id, piece)).orElseThrow());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all.toByteArray();
    }

    private <T> T inTransaction(Supplier<T> action) {
        return TenantContext.call(Scenario.TENANT, () -> transaction.execute(status -> action.get()));
    }

    private static byte[] sound() {
        byte[] octets = new byte[700_000];
        Arrays.fill(octets, (byte) 7);
        octets[0] = 'O';
        octets[1] = 'g';
        octets[2] = 'g';
        octets[3] = 'S';
        return octets;
    }
}
