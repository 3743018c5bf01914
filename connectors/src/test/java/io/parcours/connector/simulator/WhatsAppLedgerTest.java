package io.parcours.connector.simulator;

import static io.parcours.connector.simulator.WhatsAppTestBed.AWA;
import static io.parcours.connector.simulator.WhatsAppTestBed.NUMBER;
import static io.parcours.connector.simulator.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.WhatsAppLedger.Accepted;
import io.parcours.connector.simulator.WhatsAppLedger.Acknowledged;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The witness of a crash: it counts exactly, beyond what handsets still show, and across a platform that goes away. */
@Timeout(60)
class WhatsAppLedgerTest {

    private static final int MESSAGES = 2_200;
    private final WhatsAppTestBed bed = WhatsAppTestBed.subscribed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void everyMessageAndEveryStatusIsCountedBeyondWhatHandsetsShow() {
        bed.awa().write("Bonjour");
        IntStream.range(0, MESSAGES).parallel().forEach(i -> bed.text(AWA.waId(), "n° " + i));
        soon().until(() -> bed.whatsApp.ledger().acknowledgedCount() == 2 * MESSAGES + 1);
        List<Accepted> accepted = bed.whatsApp.ledger().accepted();
        assertThat(accepted).hasSize(MESSAGES);
        assertThat(accepted.stream().map(Accepted::id).distinct()).hasSize(MESSAGES);
        assertThat(accepted.stream().map(Accepted::text).distinct()).hasSize(MESSAGES);
        assertThat(acknowledged("delivered")).isEqualTo(MESSAGES);
        assertThat(bed.awa().conversation()).hasSize(2_000);
    }

    @Test
    void aPlatformThatIsAwayIsToldEverythingWhenItIsBack() {
        int port = bed.stopPlatform();
        IntStream.range(0, 40).forEach(i -> bed.whatsApp.write(NUMBER, subscriber(i), "Bonjour"));
        soon().until(() -> bed.whatsApp.events().size() > 40);
        assertThat(bed.whatsApp.ledger().acknowledgedCount()).isZero();
        bed.startPlatform(port);
        soon().until(() -> bed.whatsApp.ledger().acknowledgedCount() == 40);
        assertThat(bed.messages().stream().map(message -> message.path("id")).distinct())
                .hasSize(40);
    }

    private long acknowledged(String what) {
        return bed.whatsApp.ledger().acknowledged().stream()
                .map(Acknowledged::what)
                .filter(what::equals)
                .count();
    }

    private static Subscriber subscriber(int number) {
        return Subscriber.withNumber("22901970000" + (10 + number), "Client " + number);
    }
}
