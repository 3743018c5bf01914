package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.SUBSCRIBER;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A question that says itself how long somebody may think about it, on an account that would wait for minutes. */
class QuestionTimeoutTest {

    private final VoiceTestBed bed = new VoiceTestBed(patient());

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void isRepeatedAfterItsOwnTimeAndThenCountsAsNotUnderstood() {
        CallerHandset awa = bed.caller();
        ask("trial.quick");

        soon().until(() -> bed.inbox.stored.size() == 2);

        assertThat(awa.heard()).hasSize(2);
        assertThat(bed.inbox.stored.get(1).attachment())
                .hasValueSatisfying(kind -> assertThat(kind.type()).isEqualTo("no-key"));
    }

    private void ask(String code) {
        bed.channel.send(new OutboundMessage(
                UUID.randomUUID(),
                TENANT,
                ACCOUNT,
                SUBSCRIBER,
                "Votre numéro ?",
                List.of(),
                Expectation.NUMBER,
                Optional.empty(),
                code,
                "fr"));
    }

    private static VoiceOptions patient() {
        VoiceOptions quick = VoiceTestBed.QUICK;
        return new VoiceOptions(
                quick.commandTimeout(),
                quick.reconnectFirst(),
                quick.reconnectMost(),
                quick.afterReplaced(),
                quick.ping(),
                Duration.ofMinutes(5),
                quick.betweenKeys(),
                quick.idle(),
                true);
    }
}
