package io.parcours.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.live.Live;
import io.parcours.scenario.JourneyTest;
import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept in memory of an operator's words, where two changes and two nodes meet. */
@JourneyTest
class OwnTextsTest {

    private static final String CODE = "complaint.registered";

    @Autowired
    TextVersions versions;

    @Autowired
    TextVersionRepository repository;

    @Autowired
    OwnTexts own;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Live live;

    @Autowired
    JdbcClient client;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void nobodyHasWordsOfTheirOwn() {
        TenantContext.run("demo", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            own.changing();
            jdbc.update("delete from text_version");
        }));
    }

    @Test
    void anotherNodeLearnsOfAChangeByItsNotification() {
        OwnTexts elsewhere = new OwnTexts(repository, transactions, live);
        assertThat(find(elsewhere)).isEmpty();

        TenantContext.run("demo", () -> versions.save(CODE, "fr", "Bien noté.", 0, "amina"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(find(elsewhere)).contains("Bien noté."));
    }

    @Test
    void aReadingThatAChangeOvertakesIsNotKept() {
        Overtaken overtaken = new Overtaken(client);
        OwnTexts slow = new OwnTexts(overtaken, transactions, live);
        overtaken.meanwhile = () -> CompletableFuture.runAsync(() -> TenantContext.run(
                        "demo", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            slow.changing();
                            repository.insert(
                                    new TextKey(CODE, "fr"), new TextVersion(1, "Bien noté.", "amina", Instant.now()));
                        })))
                .join();

        assertThat(find(slow)).isEmpty();
        assertThat(find(slow)).contains("Bien noté.");
    }

    /** Something happens between its reading and its answer, once. */
    private static final class Overtaken extends TextVersionRepository {

        private Runnable meanwhile = () -> {};

        Overtaken(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Map<TextKey, String> current() {
            Map<TextKey, String> read = super.current();
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return read;
        }
    }

    private static Optional<String> find(OwnTexts texts) {
        return TenantContext.call("demo", () -> texts.find(CODE, "fr"));
    }
}
