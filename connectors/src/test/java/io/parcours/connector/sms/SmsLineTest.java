package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmsLineTest {

    private final SmsLine line =
            new SmsLine(SmsAccount.of("baobab", "demo", "smpp://demo:secret@127.0.0.1:2775", "7070", "BJ"));

    @Test
    void answersThatComeTogetherCloseTheAccountOnce() {
        IntStream.range(0, 8).forEach(any -> line.throttled());
        assertThat(line.pace().held()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    @Test
    void whatWasTakenBeforeThePauseDoesNotMakeTheNextOneShort() {
        line.throttled();
        line.taken();
        await().until(() -> line.pace().held().isZero());
        line.throttled();
        assertThat(line.pace().held()).isGreaterThan(Duration.ofSeconds(1));
    }
}
