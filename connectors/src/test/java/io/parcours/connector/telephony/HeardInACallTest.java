package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.Heard;
import io.parcours.language.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulated telephone keeps what it plays, so that somebody can listen; here one piece is recorded and the rest is silence. */
@Timeout(60)
class HeardInACallTest {

    private static final int RECORDED = 1;

    private final VoiceTestBed bed = new VoiceTestBed();
    private final byte[] recording = humming();

    @BeforeEach
    void oneAnswerIsRecorded() {
        bed.shelf.put("q.OUI", Language.FRENCH, recording);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void whatWasPlayedCanBeListenedToAndSilenceIsWordsAlone() {
        CallerHandset awa = bed.caller();
        List<Heard> heard = question(awa);

        assertThat(awa.sound(heard.get(RECORDED))).contains(recording);
        assertThat(heard).extracting(Heard::silent).containsExactly(true, false, true);
        assertThat(awa.sound(heard.get(0))).isEmpty();
    }

    @Test
    void itStaysWhenTheCallIsOverAndIsGoneWithTheNext() {
        CallerHandset awa = bed.caller();
        Heard heard = question(awa).get(RECORDED);

        awa.hangUp();
        assertThat(awa.sound(heard)).isPresent();

        bed.caller();
        assertThat(awa.sound(heard)).isEmpty();
    }

    @Test
    void anotherTelephoneHasNothingOfIt() {
        Heard heard = question(bed.caller()).get(RECORDED);

        assertThat(bed.exchange.handset("+22997000099").sound(heard)).isEmpty();
    }

    private List<Heard> question(CallerHandset awa) {
        bed.ask("Votre choix :", "Oui");
        soon().until(() -> awa.heard().size() == 3);
        return awa.heard();
    }

    private static byte[] humming() {
        byte[] samples = new byte[1_600];
        Arrays.fill(samples, (byte) 7);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(
                    new AudioInputStream(
                            new ByteArrayInputStream(samples),
                            new AudioFormat(8_000, 16, 1, true, false),
                            samples.length / 2),
                    AudioFileFormat.Type.WAVE,
                    file);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }
}
