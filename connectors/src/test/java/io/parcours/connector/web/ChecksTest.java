package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Problem WRONG = Problem.of("meta.refused", "HTTP 401");
    private static final WebOptions QUICK = new WebOptions(null, null, null, null, null, Duration.ofMillis(10));

    /** An account whose provider never takes it. */
    private static final class Refused extends WebLine {

        private final AtomicInteger asked = new AtomicInteger();

        Refused() {
            super("trial", new Trial(), Clock.systemUTC());
        }

        @Override
        public CompletionStage<Optional<Problem>> problem() {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.of(WRONG));
        }
    }

    private record Trial() implements WebAccount {

        @Override
        public String tenant() {
            return "baobab";
        }

        @Override
        public String name() {
            return "main";
        }

        @Override
        public String identity() {
            return "1";
        }

        @Override
        public String address() {
            return "here";
        }

        @Override
        public WebOptions web() {
            return QUICK;
        }
    }

    @Test
    void anAccountThatAnotherOneHasReplacedIsNotAskedForAnyMore() {
        Refused before = new Refused();
        WebLines<Refused> lines = new WebLines<>(List.of(before));
        try (Checks checks = new Checks("trial")) {
            checks.down(before, WRONG, Duration.ofMillis(1));
            await().until(() -> before.asked.get() > 2);

            Refused now = new Refused();
            lines.open(now);
            checks.down(now, WRONG, Duration.ofMillis(1));
            await().until(() -> now.asked.get() > 1);
            int asked = before.asked.get();
            await().until(() -> now.asked.get() > 6);
            assertThat(before.asked).hasValue(asked);
        }
    }
}
