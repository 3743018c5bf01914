package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MsisdnTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2290197000001, 1, BJ, +2290197000001",
                "+229 01 97 00 00 01, 0, BJ, +2290197000001",
                "002290197000001, 0, BJ, +2290197000001",
                "0197000001, 0, BJ, +2290197000001",
                "0197000001, 2, BJ, +2290197000001",
                "2290197000001, 0, BJ, +2290197000001",
                "33612345678, 0, BJ, +33612345678",
                "33612345678, 0, -, +33612345678",
                "79161112233, 1, -, +79161112233",
                "7070, 0, BJ, 7070",
                "7070, 3, BJ, 7070",
                "Wave, 5, BJ, Wave",
                "Wave, 0, BJ, Wave",
                "12345678901234567, 0, BJ, 12345678901234567",
            })
    void readsAnAddressAsMessageCentresWriteIt(String address, int ton, String region, String msisdn) {
        assertThat(Msisdn.of(address, ton, region)).isEqualTo(msisdn);
    }
}
