package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ResponseTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Response response = new Response(
            VoiceAccount.of(
                    "baobab", "main", "http://127.0.0.1:8088", "ari", "secret", "parcours", "http://127.0.0.1/"),
            new VoiceMeters(registry));

    @Test
    void theNextPromptIsTheAnswerAndALatePieceOfTheQuestionIsNot() {
        response.promptBegan("question-0");
        response.keysComplete("question");
        response.promptBegan("question-1");
        assertThat(counted()).isZero();

        response.promptBegan("thanks-0");
        response.promptBegan("thanks-1");
        assertThat(counted()).isEqualTo(1);
    }

    private long counted() {
        var timer = registry.find("parcours.voice.key.to.prompt").timer();
        return timer == null ? 0 : timer.count();
    }
}
