package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.Heard;
import io.parcours.language.Language;
import java.util.Arrays;
import java.util.List;
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
        byte[] wav = new byte[1_600];
        Arrays.fill(wav, (byte) 7);
        return wav;
    }
}
