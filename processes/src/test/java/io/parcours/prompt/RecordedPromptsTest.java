package io.parcours.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.engine.TestJobs;
import io.parcours.language.Language;
import io.parcours.prompt.SpokenText.State;
import io.parcours.scenario.JourneyTest;
import io.parcours.tenant.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Recordings belong to one operator, replace each other and come back after a removal. */
@JourneyTest
class RecordedPromptsTest {

    private static final String CODE = "complaint.motive";

    @Autowired
    RecordedPrompts prompts;

    @Autowired
    io.parcours.scenario.Scenario operators;

    @Autowired
    TestJobs jobs;

    @AfterEach
    void nothingStays() {
        TenantContext.run("demo", () -> prompts.remove(CODE, Language.FON));
    }

    @Test
    void aRecordingIsKeptAsTelephoneSoundForItsOperatorAlone() {
        Recording kept = keep(wav(44_100, 2));

        assertThat(kept.millis()).isBetween(1_995, 2_005);
        assertThat(audio("demo").orElseThrow()).hasSizeBetween(31_900, 32_100);
        assertThat(audio("littoral")).isEmpty();
        assertThat(state("demo")).contains(State.RECORDED);
        assertThat(state("littoral")).contains(State.MISSING);
        assertThat(TenantContext.call("littoral", () -> prompts.remove(CODE, Language.FON)))
                .isFalse();
        assertThat(audio("demo")).isPresent();
    }

    @Test
    void anotherOneReplacesItAndIsKnownByAnotherDigest() {
        String first = keep(wav(8_000, 1)).digest();

        String second = keep(wav(8_000, 2)).digest();

        assertThat(second).isNotEqualTo(first);
        assertThat(TenantContext.call("demo", () -> prompts.recorded(List.of(CODE))))
                .extracting(Recording::digest)
                .containsExactly(second);
    }

    @Test
    void whatWasRemovedComesBack() {
        keep(wav(8_000, 1));

        assertThat(TenantContext.call("demo", () -> prompts.remove(CODE, Language.FON)))
                .isTrue();
        assertThat(audio("demo")).isEmpty();
        assertThat(state("demo")).contains(State.MISSING);

        assertThat(TenantContext.call("demo", () -> prompts.restore(CODE, Language.FON)))
                .isTrue();
        assertThat(audio("demo")).isPresent();
    }

    @Test
    void afterADayWhatWasRemovedIsGoneForGood() {
        keep(wav(8_000, 1));
        TenantContext.run("demo", () -> prompts.remove(CODE, Language.FON));

        jobs.pass(Duration.ofHours(25));
        TenantContext.run("demo", () -> prompts.remove("complaint.solved", Language.FON));
        jobs.resetTime();

        assertThat(TenantContext.call("demo", () -> prompts.restore(CODE, Language.FON)))
                .isFalse();
        assertThat(audio("demo")).isEmpty();
    }

    @Test
    void anotherOperatorRestoresNothing() {
        keep(wav(8_000, 1));
        TenantContext.run("demo", () -> prompts.remove(CODE, Language.FON));

        assertThat(TenantContext.call("littoral", () -> prompts.restore(CODE, Language.FON)))
                .isFalse();
        assertThat(audio("demo")).isEmpty();
    }

    @Test
    void onlyTextsThatExistAreRecorded() {
        assertThatThrownBy(() -> TenantContext.call("demo", () -> {
                    try {
                        return prompts.keep("no.such.text", Language.FON, wav(8_000, 1), "awa");
                    } catch (PromptRefused refused) {
                        throw new IllegalStateException(refused);
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTextAnswerAndKeyIsListedAndALanguagesNameInItsOwnLanguageOnly() {
        List<SpokenText> all = TenantContext.call("demo", prompts::texts);

        assertThat(all)
                .extracting(SpokenText::code)
                .contains("language", "complaint.motive.BILLING", "voice.key.9", "voice.hash", "voice.noted")
                .doesNotContain("complaint.motive.options", "complaint.motive.BILLING.words", "voice.option");
        assertThat(find(all, "complaint.motive.BILLING").words()).isEqualTo("Pour Facturation,");
        assertThat(find(all, "complaint.registered").values()).isTrue();
        assertThat(find(all, "voice.noted").values()).isFalse();
        assertThat(find(all, "language.bba").states()).containsOnlyKeys(Language.BARIBA);
    }

    private static SpokenText find(List<SpokenText> all, String code) {
        return all.stream().filter(text -> text.code().equals(code)).findFirst().orElseThrow();
    }

    private Optional<byte[]> audio(String tenant) {
        return TenantContext.call(tenant, () -> prompts.audio(CODE, Language.FON));
    }

    private Optional<State> state(String tenant) {
        return find(TenantContext.call(tenant, prompts::texts), CODE).state(Language.FON);
    }

    private Recording keep(byte[] wav) {
        return TenantContext.call("demo", () -> {
            try {
                return prompts.keep(CODE, Language.FON, wav, "awa");
            } catch (PromptRefused refused) {
                throw new IllegalStateException(refused);
            }
        });
    }

    private static byte[] wav(int rate, int seconds) {
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        byte[] octets = new byte[2 * rate * seconds];
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(octets), format, rate * (long) seconds),
                    AudioFileFormat.Type.WAVE,
                    file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
