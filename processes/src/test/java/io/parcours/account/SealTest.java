package io.parcours.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {

    private final Seal seal = new Seal(new byte[32]);

    @Test
    void aSecretComesBackWithItsKeyAndItsPlaceAlone() {
        String sealed = seal.close("été-2026", "demo/sms/main/password");

        assertThat(seal.open(sealed, "demo/sms/main/password")).isEqualTo("été-2026");
        assertThatThrownBy(() -> seal.open(sealed, "littoral/sms/main/password"))
                .isInstanceOf(Seal.SealBroken.class);
        byte[] other = new byte[32];
        other[31] = 1;
        assertThatThrownBy(() -> new Seal(other).open(sealed, "demo/sms/main/password"))
                .isInstanceOf(Seal.SealBroken.class);
        assertThatThrownBy(() -> seal.open("no seal!", "demo/sms/main/password"))
                .isInstanceOf(Seal.SealBroken.class);
        assertThatThrownBy(() -> seal.open("AAAA", "demo/sms/main/password")).isInstanceOf(Seal.SealBroken.class);
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(seal.close("secret", "x"))
                .isNotEqualTo(seal.close("secret", "x"))
                .doesNotContain("secret");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Seal(new byte[16])).hasMessageContaining("32 bytes");
    }
}
