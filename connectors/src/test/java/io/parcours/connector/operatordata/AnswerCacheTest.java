package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.operatordata.OperatorAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private static final AnswerCache.Question BALANCE = new AnswerCache.Question("balance", Map.of("msisdn", "+229"));

    private final AnswerCache cache = new AnswerCache(10, Clock.systemUTC());
    private final OperatorAnswer answer =
            new OperatorAnswer(List.of(), Clock.systemUTC().instant());

    @Test
    void anAnswerThatWasAskedForBeforeAChangeAndComesAfterItIsNotKept() {
        long asked = cache.changes();
        cache.forget();
        cache.keep(BALANCE, answer, asked);
        assertThat(cache.find(BALANCE, Duration.ofHours(1))).isEmpty();

        cache.keep(BALANCE, answer, cache.changes());
        assertThat(cache.find(BALANCE, Duration.ofHours(1))).contains(answer);
    }
}
