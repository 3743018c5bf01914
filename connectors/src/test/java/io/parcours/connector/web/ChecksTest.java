package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.conversation.Problem;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Problem WRONG = Problem.of("meta.refused", "HTTP 401");
    private static final WebOptions QUICK = new WebOptions(null, null, null, null, null, Duration.ofMillis(10));

    /** An account whose provider takes it, or not, or is not there. */
    private static final class Asked extends WebLine {

        private final AtomicInteger asked = new AtomicInteger();
        private volatile CompletionStage<Optional<Problem>> answer;

        Asked(CompletionStage<Optional<Problem>> answer) {
            super("trial", new Trial(), Clock.systemUTC());
            this.answer = answer;
        }

        @Override
        public CompletionStage<Optional<Problem>> problem() {
            asked.incrementAndGet();
            return answer;
        }
    }

    private static CompletionStage<Optional<Problem>> yes() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static CompletionStage<Optional<Problem>> no() {
        return CompletableFuture.completedFuture(Optional.of(WRONG));
    }

    private static CompletionStage<Optional<Problem>> away(Exception failure) {
        return CompletableFuture.failedFuture(new CompletionException(failure));
    }

    @Test
    void anAccountThatBeginsIsAskedForOnceWhereItWorks() {
        Asked line = new Asked(yes());
        try (Checks checks = new Checks("trial")) {
            checks.begin(line);
            await().until(() -> line.asked.get() == 1);
            await().during(Duration.ofMillis(100)).until(() -> line.asked.get() == 1);
            assertThat(line.health().works()).isTrue();
        }
    }

    @Test
    void anAccountThatBeginsRefusedIsDownBeforeAMessageFails() {
        Asked line = new Asked(no());
        try (Checks checks = new Checks("trial")) {
            checks.begin(line);
            await().until(() -> !line.health().works());
            assertThat(line.state().problem()).isEqualTo(WRONG);
            line.answer = yes();
            await().until(() -> line.health().works());
        }
    }

    @Test
    void aProviderThatIsAwayAtTheBeginningShowsAsSuchAndIsAskedAgain() {
        Asked unreachable = new Asked(away(new ConnectException()));
        Asked failing = new Asked(away(new NotNow(Problem.of("meta.away", "HTTP 500"))));
        try (Checks checks = new Checks("trial")) {
            checks.begin(unreachable);
            checks.begin(failing);
            await().until(() -> unreachable.asked.get() > 3 && failing.asked.get() > 3);
            assertThat(unreachable.state().problem()).isEqualTo(Problem.of("unreachable", "ConnectException"));
            assertThat(failing.state().problem()).isEqualTo(Problem.of("meta.away", "HTTP 500"));
            unreachable.answer = yes();
            failing.answer = yes();
            await().until(() -> unreachable.health().works() && failing.health().works());
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
        Asked before = new Asked(no());
        WebLines<Asked> lines = new WebLines<>(List.of(before));
        try (Checks checks = new Checks("trial")) {
            checks.down(before, WRONG, Duration.ofMillis(1));
            await().until(() -> before.asked.get() > 2);

            Asked now = new Asked(no());
            lines.open(now);
            checks.down(now, WRONG, Duration.ofMillis(1));
            await().until(() -> now.asked.get() > 1);
            int asked = before.asked.get();
            await().until(() -> now.asked.get() > 6);
            assertThat(before.asked).hasValue(asked);
        }
    }
}
