package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeardSoundsTest {

    private static final int LENGTH = 144;

    private final HeardSounds sounds = new HeardSounds();
    private final SimChannel awa = call("awa");
    private final SimChannel yao = call("yao");

    @Test
    void piecesOfAPlaybackAreKeptApart() {
        SimPlayback greeting = new SimPlayback("p", awa, "sound:one,sound:two");
        sounds.keep(greeting, wav(1));
        greeting.at++;
        sounds.keep(greeting, wav(2));

        assertThat(sounds.find(awa, heard("p", 0))).contains(wav(1));
        assertThat(sounds.find(awa, heard("p", 1))).contains(wav(2));
    }

    @Test
    void silenceAndABuiltInSoundAreNothingToHear() {
        assertThat(sounds.keep(new SimPlayback("silence", awa, "sound:one"), wav(0)))
                .isFalse();
        assertThat(sounds.keep(new SimPlayback("beep", awa, "sound:beep"), new byte[0]))
                .isFalse();

        assertThat(sounds.find(awa, heard("silence", 0))).isEmpty();
        assertThat(sounds.find(awa, heard("beep", 0))).isEmpty();
    }

    @Test
    void ofACallTheLastPromptsAreKeptAndAnotherCallLosesNothing() {
        play("other", yao);
        for (int i = 0; i <= HeardSounds.OF_A_CALL; i++) {
            play("p" + i, awa);
        }

        assertThat(sounds.find(awa, heard("p0", 0))).isEmpty();
        assertThat(sounds.find(awa, heard("p1", 0))).isPresent();
        assertThat(sounds.find(awa, heard("p" + HeardSounds.OF_A_CALL, 0))).isPresent();
        assertThat(sounds.find(yao, heard("other", 0))).isPresent();
    }

    @Test
    void manyCallsTogetherKeepNoMoreThanThereIsRoomFor() {
        HeardSounds small = new HeardSounds(2 * LENGTH);
        SimChannel afi = call("afi");
        small.keep(new SimPlayback("a", awa, "sound:one"), wav(1));
        small.keep(new SimPlayback("b", yao, "sound:one"), wav(1));
        small.keep(new SimPlayback("c", afi, "sound:one"), wav(1));

        assertThat(small.find(awa, heard("a", 0))).isEmpty();
        assertThat(small.find(yao, heard("b", 0))).isPresent();
        assertThat(small.find(afi, heard("c", 0))).isPresent();
    }

    @Test
    void aCallThatIsForgottenLeavesItsRoomToOthers() {
        HeardSounds small = new HeardSounds(2 * LENGTH);
        small.keep(new SimPlayback("a", awa, "sound:one"), wav(1));
        small.keep(new SimPlayback("b", yao, "sound:one"), wav(1));

        small.forget(awa);
        small.keep(new SimPlayback("c", yao, "sound:one"), wav(1));

        assertThat(small.find(awa, heard("a", 0))).isEmpty();
        assertThat(small.find(yao, heard("b", 0))).isPresent();
        assertThat(small.find(yao, heard("c", 0))).isPresent();
    }

    @Test
    void nobodyHearsWhatWasSaidInAnothersCall() {
        play("p", awa);

        assertThat(sounds.find(yao, heard("p", 0))).isEmpty();
    }

    @Test
    void whatIsPlayedWhereNoSubscriberListensIsAudibleButNotKept() {
        SimChannel agent = call("agent");
        agent.atHandset = false;

        play("p", agent);

        assertThat(sounds.find(agent, heard("p", 0))).isEmpty();
    }

    private void play(String playback, SimChannel call) {
        assertThat(sounds.keep(new SimPlayback(playback, call, "sound:one"), wav(1)))
                .isTrue();
    }

    private static SimChannel call(String id) {
        SimChannel call = new SimChannel(id, "PJSIP/" + id, "", "600", "parcours-test", false);
        call.atHandset = true;
        return call;
    }

    private static Heard heard(String playback, int piece) {
        return new Heard(Instant.EPOCH, playback, piece, "Bonjour", LENGTH, true, null);
    }

    /** @param amplitude of its last sample; 0 for silence */
    private static byte[] wav(int amplitude) {
        byte[] wav = new byte[LENGTH];
        wav[0] = 'R';
        wav[LENGTH - 1] = (byte) amplitude;
        return wav;
    }
}
