package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.BOT_ID;
import static io.parcours.connector.telegram.TelegramTestBed.TOKEN;
import static io.parcours.connector.telegram.TelegramTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parcours.connector.simulator.TelegramEvent;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.conversation.InboundMessage;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Updates that are fetched, against the simulated Telegram over HTTP. */
@Timeout(60)
class TelegramPollingTest {

    private static final TelegramPerson AWA = new TelegramPerson(9_100_001, "Awa", "Dossou", "fr", "2290197000001");

    private final TelegramSimulator telegram =
            TelegramSimulator.start(new TelegramSimAccount(TOKEN, "baobab_bot", "Baobab"));
    private final TelegramHandset awa = telegram.handset(BOT_ID, AWA);
    private TelegramTestBed bed =
            new TelegramTestBed(TelegramTestBed.account(telegram.url()).fetching());

    @AfterEach
    void stop() {
        bed.close();
        telegram.close();
    }

    @Test
    void whatIsWrittenArrivesInItsOrderAndIsConfirmed() {
        bed.fetching();
        IntStream.range(0, 120).forEach(i -> awa.write("Texte " + i));
        soon().until(() -> bed.inbox.stored.size() == 120);
        assertThat(bed.inbox.texts())
                .containsExactlyElementsOf(
                        IntStream.range(0, 120).mapToObj(i -> "Texte " + i).toList());
        soon().until(() -> telegram.pending(BOT_ID) == 0);
    }

    @Test
    void whatWasWrittenWhileNobodyFetchedIsThereAfterwards() {
        awa.write("Avant");
        bed.fetching();
        soon().until(() -> bed.inbox.texts().equals(List.of("Avant")));
    }

    @Test
    void whatCannotBeStoredIsFetchedAgainAndNothingOvertakesIt() {
        bed.inbox.failures.set(3);
        awa.write("un");
        awa.write("deux");
        bed.fetching();
        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.texts()).containsExactly("un", "deux");
        assertThat(bed.registry
                        .get("parcours.telegram.received")
                        .tags("kind", "failed")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aCrashBetweenStoringAndConfirmingMakesACopyThatChangesNothing() {
        awa.write("Ma facture est fausse");
        // As a process does that dies after the commit: it fetched, and stored, and never asks for what comes next.
        bed.line().api().updates(0).join().result().forEach(update -> store(bed, update));
        assertThat(telegram.pending(BOT_ID)).isEqualTo(1);
        bed.fetching();
        soon().until(() -> telegram.pending(BOT_ID) == 0);
        assertThat(bed.inbox.calls).hasValue(2);
        assertThat(bed.inbox.texts()).containsExactly("Ma facture est fausse");
    }

    @Test
    void updatesThatAreToldTwiceAndOutOfOrderAreStoredOnce() {
        telegram.faults().repeatEach(2);
        telegram.faults().shuffle(true);
        bed.fetching();
        IntStream.range(0, 10).forEach(i -> awa.write("Texte " + i));
        soon().until(() -> telegram.ledger().acknowledgedCount() == 20);
        assertThat(bed.inbox.texts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "Texte " + i).toList());
    }

    @Test
    void aRevokedTokenTakesTheAccountDownAndWhatWasWrittenMeanwhileArrivesOnceItIsGivenBack() {
        bed.fetching();
        telegram.faults().revokeTokens(true);
        soon().until(() -> !bed.state().works());
        awa.write("Y a quelqu'un ?");
        telegram.faults().revokeTokens(false);
        soon().until(() -> bed.state().works());
        soon().until(() -> bed.inbox.texts().equals(List.of("Y a quelqu'un ?")));
    }

    @Test
    void aWebhookThatWasLeftBehindIsTakenAway() {
        telegram.subscribe(BOT_ID, "http://127.0.0.1:1/nobody", "s");
        awa.write("Bonjour");
        bed.fetching();
        soon().until(() -> bed.inbox.stored.size() == 1);
        assertThat(bed.state().works()).isTrue();
    }

    @Test
    void whileSomebodyElseFetchesItIsTriedAgainUntilTheyStop() {
        bed.fetching();
        TelegramLine other = new TelegramLine(bed.line().account(), Clock.systemUTC());
        soon().until(() -> {
            other.api()
                    .call("getUpdates", JsonNodeFactory.instance.objectNode())
                    .join();
            return telegram.events().stream().map(TelegramEvent::status).anyMatch(status -> status == 409);
        });
        awa.write("Bonjour");
        soon().until(() -> bed.inbox.stored.size() == 1);
        assertThat(bed.state().works()).isTrue();
    }

    @Test
    void afterAnOutageItGoesOn() {
        bed.fetching();
        telegram.faults().down();
        awa.write("Bonjour");
        soon().until(() -> telegram.events().stream().anyMatch(event -> event.status() == 502));
        telegram.faults().up();
        soon().until(() -> bed.inbox.stored.size() == 1);
    }

    @Test
    void anAccountThatCannotBeReachedIsDownAlsoWhereNobodySends() {
        bed.close();
        telegram.close();
        bed = new TelegramTestBed(TelegramTestBed.account(telegram.url()).fetching());
        bed.fetching();
        soon().until(() -> !bed.state().works());
        assertThat(bed.state().problem()).asString().contains("cannot be reached");
    }

    @Test
    void aPollerThatIsClosedFetchesNothingMore() {
        bed.fetching();
        awa.write("un");
        soon().until(() -> bed.inbox.stored.size() == 1);
        bed.close();
        awa.write("deux");
        assertThat(bed.inbox.texts()).containsExactly("un");
        soon().during(Duration.ofMillis(300)).until(() -> bed.inbox.stored.size() == 1);
    }

    private static void store(TelegramTestBed bed, JsonNode update) {
        TenantContext.run("baobab", () -> new UpdateReader(bed.line(), Instant.now())
                .read(update)
                .forEach(each -> each.into().accept(bed.inbox)));
    }

    @Test
    void thePersonsNameAndIdComeAlong() {
        bed.fetching();
        awa.write("Bonjour");
        soon().until(() -> bed.inbox.stored.size() == 1);
        InboundMessage read = bed.inbox.stored.get(0);
        assertThat(read.from()).isEqualTo("9100001");
        assertThat(read.person().name()).isEqualTo("Awa Dossou");
    }
}
