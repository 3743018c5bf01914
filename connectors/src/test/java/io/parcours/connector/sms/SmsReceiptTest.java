package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.account;
import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SmsReceiptTest {

    private SmscSimulator smsc;
    private SmsTestBed bed;

    @BeforeEach
    void bind() {
        smsc = SmscSimulator.start(new SmscAccount("baobab", "secret", "7070"));
        smsc.faults().receiptsAfter(Duration.ZERO);
        smsc.faults().redeliverAfter(Duration.ofMillis(20));
        bed = SmsTestBed.bound(account("baobab", smsc.url("baobab")));
    }

    @AfterEach
    void close() {
        bed.close();
        smsc.close();
    }

    @Test
    void aReceiptNamesTheMessageAsItsDeliveryDid() {
        List<String> ids = bed.send("baobab", "Bonjour").providerIds();
        soon().until(() -> bed.inbox.receipts.size() == 1);
        Receipt receipt = bed.inbox.receipts.get(0);
        assertThat(receipt.providerId()).isEqualTo(ids.get(0));
        assertThat(receipt.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(receipt.errorCode()).isNull();
        assertThat(receipt.tenant()).isEqualTo("baobab");
        assertThat(bed.inbox.stored).isEmpty();
    }

    @Test
    void aReceiptMayComeBeforeTheAnswer() {
        smsc.faults().receiptsBeforeAnswers(true);
        smsc.faults().answerAfter(Duration.ofMillis(50));
        CompletableFuture<List<String>> sending = CompletableFuture.supplyAsync(
                () -> bed.send("baobab", "Bonjour").providerIds());
        soon().until(() -> bed.inbox.receipts.size() == 1);
        assertThat(sending.join()).containsExactly(bed.inbox.receipts.get(0).providerId());
    }

    @Test
    void aReceiptThatCannotBeStoredComesAgain() {
        bed.inbox.failures.set(1);
        bed.send("baobab", "Bonjour");
        soon().until(() -> bed.inbox.receipts.size() == 1);
        assertThat(bed.inbox.calls).hasValue(2);
    }

    @Test
    void anUndeliverableMessageComesWithTheCentresCode() {
        smsc.faults().receiptsSay("UNDELIV", "027");
        bed.send("baobab", "Bonjour");
        soon().until(() -> bed.inbox.receipts.size() == 1);
        assertThat(bed.inbox.receipts.get(0).state()).isEqualTo(DeliveryState.UNDELIVERABLE);
        assertThat(bed.inbox.receipts.get(0).errorCode()).isEqualTo("027");
    }

    @Test
    void eachSegmentHasItsReceiptInWhateverOrder() {
        smsc.holdReceipts();
        List<String> ids = new ArrayList<>(bed.send("baobab", "a".repeat(400)).providerIds());
        smsc.releaseReceiptsInReverse();
        soon().until(() -> bed.inbox.receipts.size() == 3);
        Collections.sort(ids);
        assertThat(bed.inbox.receipts).extracting(Receipt::providerId).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void hexadecimalAnswersAndDecimalReceiptsMatch() {
        smsc.faults().hexadecimalIds(true);
        smsc.holdReceipts();
        List<String> first = bed.send("baobab", "Bonjour").providerIds();
        List<String> second = bed.send("baobab", "Bonsoir").providerIds();
        smsc.releaseReceiptsInReverse();
        soon().until(() -> bed.inbox.receipts.size() == 2);
        assertThat(bed.inbox.receipts)
                .extracting(Receipt::providerId)
                .containsExactlyInAnyOrder(first.get(0), second.get(0));
    }
}
