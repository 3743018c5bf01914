package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceAccountTest {

    private static VoiceAccount at(String url, String user, String application) {
        return VoiceAccount.of("baobab", "voice", url, user, "top-secret", application, "http://node.example:8080");
    }

    @Test
    void whatIsWrongIsSaidWithoutRepeatingASecret() {
        for (String url :
                new String[] {null, "pbx", "ftp://pbx", "http://u:top-secret@pbx", "http://pbx?x=top-secret"}) {
            assertThatThrownBy(() -> at(url, "user", "app"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Not a voice account")
                    .hasMessageNotContaining("top-secret");
        }
        assertThatThrownBy(() -> at("http://pbx", "us:er", "app")).hasMessageContaining("user");
        assertThatThrownBy(() -> at("http://pbx", "user", "a,b")).hasMessageContaining("application");
        assertThatThrownBy(() -> at("http://pbx", "user", "app").in("Benin", "fr"))
                .hasMessageContaining("region");
        assertThatThrownBy(() -> at("http://pbx", "user", "app").in("BJ", "de"))
                .hasMessageContaining("fr, en, fon or bba");
        assertThatThrownBy(() -> at("http://pbx", "user", "app").calling("PJSIP/a/b", "1"))
                .hasMessageContaining("trunk");
    }

    @Test
    void aTrunkIsDialledByItsNameOrAsItSays() {
        VoiceAccount named = at("http://pbx", "user", "app").calling("PJSIP/trunk", "7070");
        assertThat(named.dialString("22997000001")).isEqualTo("PJSIP/22997000001@trunk");
        assertThat(named.trunkEndpoint()).isEqualTo("PJSIP/trunk");

        VoiceAccount told =
                at("http://pbx", "user", "app").calling("PJSIP/trunk/sip:{number}@sip.example:5060", "7070");
        assertThat(told.dialString("22997000001")).isEqualTo("PJSIP/trunk/sip:22997000001@sip.example:5060");
        assertThat(told.trunkEndpoint()).isEqualTo("PJSIP/trunk");

        for (String wrong :
                List.of("PJSIP", "PJSIP/trunk/sip:{nombre}@h", "PJSIP/trunk/{number}&PJSIP/x", "PJSIP/t/{number},x")) {
            assertThatThrownBy(() -> at("http://pbx", "user", "app").calling(wrong, "7070"))
                    .hasMessageContaining("sip:{number}@exchange");
        }
    }

    @Test
    void anAccountPrintsNoSecret() {
        assertThat(at("http://pbx", "user", "app").toString()).doesNotContain("secret", "user");
    }

    @Test
    void pausesAreLongerThanNothing() {
        assertThatThrownBy(() -> new VoiceOptions(null, null, null, null, null, Duration.ZERO, null, null, null))
                .hasMessageContaining("longer than nothing");
    }
}
