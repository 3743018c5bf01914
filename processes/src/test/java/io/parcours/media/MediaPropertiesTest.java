package io.parcours.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How large a file may be, and what an operator may set of it. */
class MediaPropertiesTest {

    private static final long MB = 1024 * 1024;

    @Test
    void aChannelMayBearMoreOrLessThanTheOthers() {
        MediaProperties set = new MediaProperties(30, Map.of("telegram", 5), null, null);

        assertThat(set.largest("whatsapp")).isEqualTo(30 * MB);
        assertThat(set.largest("telegram")).isEqualTo(5 * MB);
    }

    @Test
    void whatAPersonAddsIsTenMegabytesAtMostHoweverMuchIsTaken() {
        assertThat(new MediaProperties(30, null, null, null).largest(null)).isEqualTo(10 * MB);
        assertThat(new MediaProperties(2, null, null, null).largest(null)).isEqualTo(2 * MB);
    }

    @Test
    void unlessSetTwentyMegabytesAreTakenAndTwoFilesAreFetchedAtOnce() {
        MediaProperties unset = new MediaProperties(null, null, null, null);

        assertThat(unset.largest("whatsapp")).isEqualTo(20 * MB);
        assertThat(unset.parallel()).isEqualTo(2);
        assertThat(unset.publicUrl()).isEmpty();
    }

    @Test
    void whatCannotBeMeantStopsTheStart() {
        refused(() -> new MediaProperties(0, null, null, null));
        refused(() -> new MediaProperties(101, null, null, null));
        refused(() -> new MediaProperties(null, Map.of("sms", 0), null, null));
        refused(() -> new MediaProperties(null, Map.of("sms", 101), null, null));
        refused(() -> new MediaProperties(null, null, 0, null));
        for (String url :
                new String[] {"parcours.example", "ftp://parcours.example", "https://", "https://a?b=c", "https://a b"
                }) {
            refused(() -> new MediaProperties(null, null, null, url));
        }
        assertThat(new MediaProperties(null, null, null, " https://parcours.example/p/ ").publicUrl())
                .isEqualTo("https://parcours.example/p");
    }

    private static void refused(Runnable setting) {
        assertThatIllegalArgumentException().isThrownBy(setting::run);
    }
}
