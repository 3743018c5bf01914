package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Inbox;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The one test that lets the real job executor run: two operators' jobs, each under its own tenant. */
@JourneyTest
class TenantJobsTest {

    @Autowired
    JobLifecycle jobs;

    @Autowired
    TenantJobExecutor executor;

    @Autowired
    RecordingChannel sms;

    @Autowired
    Inbox inbox;

    /** Takes on the two operators. */
    @Autowired
    Scenario scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void jobsRestAgain() {
        executor.shutdown();
        sms.works();
    }

    @Test
    void jobsOfTwoOperatorsRunEachUnderTheirOwn() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        sms.answers(message -> {
            seen.add(message.tenant() + " under " + TenantContext.current().orElse("nobody"));
            return RecordingChannel.taken(message);
        });
        for (String tenant : List.of("demo", "littoral", "demo", "littoral")) {
            String from = "+22997" + Math.abs((tenant + System.nanoTime()).hashCode() % 1_000_000);
            TenantContext.run(
                    tenant,
                    () -> inbox.receive(new InboundMessage(
                            tenant, "sms", "demo", "job-" + from, from, "Bonjour", Instant.now(), Optional.empty())));
        }
        lockedBefore();
        jobs.start();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> seen.size() == 2);
        assertThat(seen).containsExactlyInAnyOrder("demo under demo", "littoral under littoral");
    }

    /** As after a kill -9: this node's own locks are on the jobs, and would hold for minutes. */
    private void lockedBefore() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> assertThat(
                        jdbc.sql("update act_ru_job set lock_owner_ = ?, lock_exp_time_ = now() + interval '5 minutes'")
                                .param(executor.getLockOwner())
                                .update())
                .isPositive()));
    }
}
