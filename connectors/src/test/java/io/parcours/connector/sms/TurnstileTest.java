package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnstileTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> passed = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void laterMessagesOfASenderWaitForEarlierOnes() {
        Turnstile turnstile = new Turnstile(Duration.ofSeconds(10));
        turnstile.arrive("ada", 1);
        turnstile.arrive("ada", 2);
        CompletableFuture<Void> second = pass(turnstile, "ada", 2);
        pass(turnstile, "ada", 1).join();
        second.join();
        assertThat(passed).containsExactly("ada 1", "ada 2");
    }

    @Test
    void sendersDoNotWaitForEachOther() {
        Turnstile turnstile = new Turnstile(Duration.ofSeconds(10));
        turnstile.arrive("ada", 1);
        turnstile.arrive("bob", 2);
        pass(turnstile, "bob", 2).join();
        assertThat(passed).containsExactly("bob 2");
    }

    @Test
    void aMessageThatWasNeverHandedOnHoldsNobodyUpForEver() {
        Turnstile turnstile = new Turnstile(Duration.ofMillis(50));
        turnstile.arrive("ada", 1);
        turnstile.arrive("ada", 2);
        pass(turnstile, "ada", 2).join();
        assertThat(passed).containsExactly("ada 2");
    }

    @Test
    void whoNeverArrivedPasses() {
        pass(new Turnstile(Duration.ofSeconds(10)), null, 7).join();
        assertThat(passed).containsExactly("null 7");
    }

    private CompletableFuture<Void> pass(Turnstile turnstile, String sender, int sequence) {
        return CompletableFuture.runAsync(
                () -> {
                    turnstile.enter(sender, sequence);
                    passed.add(sender + " " + sequence);
                    turnstile.leave(sender, sequence);
                },
                threads);
    }
}
