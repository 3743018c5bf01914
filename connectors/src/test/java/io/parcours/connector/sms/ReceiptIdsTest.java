package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.sms.SmsOptions.ReceiptIdStyle;
import org.junit.jupiter.api.Test;

class ReceiptIdsTest {

    @Test
    void theSameSpellingMatchesWhateverItsCaseAndLeadingZeros() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.SAME);
        assertThat(ids.named("123456789")).isEqualTo(ids.given("0123456789"));
        assertThat(ids.named("4a38dc46-5125")).isEqualTo(ids.given("4A38DC46-5125"));
        assertThat(ids.named("0")).isEqualTo("0");
    }

    @Test
    void aDecimalReceiptMatchesAHexadecimalAnswer() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.HEX_THEN_DECIMAL);
        assertThat(ids.named("0011259375")).isEqualTo(ids.given("00ABCDEF"));
    }

    @Test
    void aHexadecimalReceiptMatchesADecimalAnswer() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.DECIMAL_THEN_HEX);
        assertThat(ids.named("00ABCDEF")).isEqualTo(ids.given("11259375"));
    }

    @Test
    void theStyleIsLearntFromTheFirstReceiptThatFits() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.AUTO);
        String first = ids.given("00ABCDEF");
        assertThat(ids.named("11259375")).isEqualTo(first);
        assertThat(ids.named("11259376"))
                .as("from then on also before the answer")
                .isEqualTo("abcdf0");
    }

    @Test
    void oneStyleOnceLearntAnEqualNumberInAnotherIsNotMistaken() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.AUTO);
        ids.given("1000000016");
        assertThat(ids.named("1000000016")).isEqualTo("1000000016");
        ids.given("16");
        assertThat(ids.named("10")).isEqualTo("10");
    }

    @Test
    void anIdSpeltAlikeInEveryStyleSettlesNothing() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.AUTO);
        ids.given("7");
        assertThat(ids.named("7")).isEqualTo("7");
        ids.given("ff00");
        assertThat(ids.named("65280")).isEqualTo("ff00");
    }

    @Test
    void whatIsNoNumberIsNeverConverted() {
        ReceiptIds ids = new ReceiptIds(ReceiptIdStyle.HEX_THEN_DECIMAL);
        assertThat(ids.named("c87c2273-7edb-4bc7")).isEqualTo("c87c2273-7edb-4bc7");
        assertThat(ids.named("a29f6845555647139e5c8f3b817f2c9a")).isEqualTo("a29f6845555647139e5c8f3b817f2c9a");
    }
}
