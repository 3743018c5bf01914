package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.engine.TestJobs;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One text to many customers: one job, many rows. */
@JourneyTest
class BroadcastTest {

    private static final String CODE = "complaint.closed.again";

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    Broadcasts broadcasts;

    @Autowired
    TestJobs jobs;

    @AfterEach
    void theProviderWorksAgain() {
        sms.works();
    }

    @Test
    void everybodyWhoCanBeReachedIsToldOnceByOneJob() {
        List<Story> crowd = crowd(450);
        UUID id = send(crowd);

        assertThat(jobs.runBackground("demo")).isEqualTo(1);
        assertThat(states(id)).isEqualTo(Map.of("sent", 450));
        crowd.forEach(story -> assertThat(sms.sentTo(story.msisdn())).hasSize(1));
        assertThat(crowd.get(7).trace()).contains("messageSent");
    }

    @Test
    void whatTheChannelDidNotTakeStaysQueuedSpendsNoTryAndLeavesLater() {
        AtomicInteger taken = new AtomicInteger();
        sms.answers(message -> {
            if (taken.incrementAndGet() > 40) {
                throw new ChannelUnavailable("throttled", Duration.ofSeconds(3), null);
            }
            return RecordingChannel.taken(message);
        });
        List<Story> crowd = crowd(60);
        UUID id = send(crowd);
        jobs.runBackground("demo");
        assertThat(states(id)).isEqualTo(Map.of("queued", 20, "sent", 40));

        sms.works();
        jobs.pass(Duration.ofSeconds(4));
        jobs.runBackground("demo");
        assertThat(states(id)).isEqualTo(Map.of("sent", 60));
        crowd.forEach(story -> assertThat(sms.sentTo(story.msisdn())).hasSize(1));
    }

    @Test
    void whoCannotBeReachedFailsAloneAndWhatMayHaveLeftIsHeld() {
        List<Story> crowd = crowd(5);
        sms.answers(message -> {
            if (message.to().equals(crowd.get(1).msisdn())) {
                throw new SendRefused("0x0000000B", "invalid destination", null);
            }
            if (message.to().equals(crowd.get(2).msisdn())) {
                throw new IllegalStateException("no answer in time");
            }
            return RecordingChannel.taken(message);
        });
        UUID id = send(crowd);
        jobs.runBackground("demo");

        assertThat(states(id)).isEqualTo(Map.of("failed", 1, "sent", 3, "unknown", 1));
        assertThat(jobs.runBackground("demo")).isZero();
    }

    private List<Story> crowd(int size) {
        return Stream.generate(() -> scene.customer("STANDARD", "GOOD", 1))
                .limit(size)
                .toList();
    }

    private UUID send(List<Story> crowd) {
        List<UUID> ids = crowd.stream().map(Story::customerId).toList();
        return crowd.get(0).inTenant(() -> broadcasts.send(CODE, "sms", ids));
    }

    private Map<String, Integer> states(UUID id) {
        return scene.somebody().inTenant(() -> broadcasts.states(id));
    }
}
