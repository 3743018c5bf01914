package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.InboundMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Every call that was recorded at a real exchange is played to the product; runs where -Dparcours.contracts= names the folder. The
 * exchange beside it knows none of these channels: whatever is commanded, they are gone.
 */
@ExtendWith(OutputCaptureExtension.class)
class RecordedCallsTest {

    /** Where no application of ours hears of a call, hears of another's, or only the exchange's own channels come to it. */
    private static final Set<String> NO_CALL_OF_OURS = Set.of(
            "ami_session_agi_call_and_originate_busy",
            "app_not_connected",
            "fastagi_get_data",
            "inbound_subscribe_all",
            "local_channels_only",
            "outbound_unknown_endpoint");

    private Map<String, RecordedCall> recordings;

    @BeforeEach
    void readRecordings() {
        recordings = RecordedCall.all();
    }

    @Test
    void whoCalledIsStoredOnceAndNobodyIsLeftOnALine(CapturedOutput output) {
        Set<String> played = new TreeSet<>();
        try (VoiceTestBed bed = new VoiceTestBed()) {
            recordings.forEach((name, recorded) -> {
                long callers = recorded.events().stream()
                        .filter(RecordedCallsTest::isCaller)
                        .count();
                if (callers > 0) {
                    played.add(name);
                    int before = bed.inbox.stored.size();
                    recorded.events().stream()
                            .filter(event -> !isOfCalledOne(event))
                            .forEach(bed.board().reception()::event);

                    soon().until(() -> bed.board().calls().size() == 0
                            && calls(bed, before).size() >= callers);
                    assertThat(calls(bed, before))
                            .as(name)
                            .hasSize((int) callers)
                            .extracting(InboundMessage::from)
                            .containsOnly("+79031234567");
                }
            });
        }
        assertThat(played).hasSizeGreaterThan(8);
        assertThat(output).doesNotContain(" ERROR ", "NullPointerException");
    }

    @Test
    void whoWasCalledHasOneEnd() {
        Set<String> played = new TreeSet<>();
        recordings.forEach((name, recorded) -> {
            List<JsonNode> called = recorded.events().stream()
                    .filter(RecordedCallsTest::isOfCalledOne)
                    .toList();
            Map<String, Told> told = RecordedCall.played(called);
            called.stream()
                    .filter(event -> event.path("type").asText().equals("ChannelDestroyed"))
                    .map(RecordedCall::channel)
                    .forEach(channel -> {
                        played.add(name);
                        assertThat(told.get(channel).all.stream().filter(each -> each.startsWith("ended")))
                                .as(name + " " + channel)
                                .hasSize(1);
                    });
        });
        assertThat(played).hasSizeGreaterThan(20);
    }

    @Test
    void whatIsNoCallOfOursIsStoredByNobody(CapturedOutput output) {
        Map<String, RecordedCall> others = new TreeMap<>(recordings);
        others.values().removeIf(recorded -> recorded.events().stream()
                .anyMatch(event -> isCaller(event) || isOfCalledOne(event)));
        assertThat(recordings).hasSizeGreaterThan(30);
        assertThat(others).containsOnlyKeys(NO_CALL_OF_OURS);
        try (VoiceTestBed bed = new VoiceTestBed()) {
            others.values()
                    .forEach(recorded -> recorded.events().forEach(bed.board().reception()::event));

            soon().until(() -> bed.board().calls().size() == 0);
            assertThat(calls(bed, 0)).isEmpty();
        }
        assertThat(output).doesNotContain(" ERROR ", "NullPointerException");
    }

    private static List<InboundMessage> calls(VoiceTestBed bed, int before) {
        return bed.inbox.stored.stream()
                .skip(before)
                .filter(message -> message.attachment()
                        .filter(attached -> attached.type().equals("call"))
                        .isPresent())
                .toList();
    }

    private static boolean isCaller(JsonNode event) {
        return event.path("type").asText().equals("StasisStart")
                && event.path("args").path(0).asText().equals("inbound")
                && event.path("channel").path("name").asText().startsWith("PJSIP/trunk");
    }

    /** Those whom we call have ids that we chose. */
    private static boolean isOfCalledOne(JsonNode event) {
        return RecordedCall.channel(event).matches("(out|c|agent|agentA|agentB)-.*");
    }
}
