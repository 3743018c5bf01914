package io.parcours.conversation;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Receipts by a moment instead of by messages. */
@JourneyTest
class WatermarkTest extends TwoChannels {

    @Autowired
    Receipts receipts;

    @Autowired
    OutboxRepository outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everythingSaidUntilThenIsDeliveredAndThenRead() {
        Story story = asked();
        tell(story, DeliveryState.DELIVERED, clock.instant());
        assertThat(states(story)).containsExactly("delivered");
        tell(story, DeliveryState.READ, clock.instant());
        tell(story, DeliveryState.READ, clock.instant());
        assertThat(states(story)).containsExactly("read");
        assertThat(story.trace()).containsOnlyOnce("messageRead").containsOnlyOnce("messageDelivered");
    }

    @Test
    void whatIsSaidAfterwardsIsNot() {
        Story story = asked();
        Instant before = clock.instant();
        story.passes(ofSeconds(30)).touches("complaint.motive", "BILLING");
        tell(story, DeliveryState.READ, before);
        assertThat(states(story)).containsExactly("read", "sent");
    }

    @Test
    void aStateNeverGoesBack() {
        Story story = asked();
        tell(story, DeliveryState.READ, clock.instant());
        tell(story, DeliveryState.DELIVERED, clock.instant());
        assertThat(states(story)).containsExactly("read");
    }

    @Test
    void itMayComeBeforeItsMessageIsKnownAsSent() {
        whatsapp.answers(message -> {
            // By another thread, as a webhook comes: the send's own transaction must not be what it waits for.
            CompletableFuture.runAsync(() -> TenantContext.run(
                            "demo", () -> inbox.receive(mark(message.to(), DeliveryState.READ, clock.instant()))))
                    .join();
            return RecordingChannel.taken(message);
        });
        assertThat(states(asked())).containsExactly("read");
    }

    @Test
    void itMayComeInTheVeryMomentInWhichItsMessageBecomesKnownAsSent() {
        whatsapp.answers(message -> new Delivery(List.of()));
        Story story = asked();
        UUID message = story.lastByWhatsApp().id();
        String id = "id-" + message;
        story.inTenant(() -> jdbc.sql("update message set state = 'sending' where id = ?")
                .param(message)
                .update());

        CompletableFuture<Void> told = new CompletableFuture<>();
        TenantContext.run(
                "demo",
                () -> transaction.executeWithoutResult(sent -> {
                    outbox.state(message, MessageState.SENT, null, clock.instant());
                    receipts.expect(message, "whatsapp", "demo", List.of(id));
                    CompletableFuture.runAsync(() -> tell(story, DeliveryState.READ, clock.instant()))
                            .whenComplete((done, failure) -> told.complete(null));
                    await().atMost(10, SECONDS).until(() -> told.isDone() || somebodyWaits());
                }));
        told.join();

        assertThat(states(story)).containsExactly("read");
    }

    /** For the message's row, and not whoever else waits for something. */
    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database() and query like '%m.conversation_id in%'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void anotherAddressIsNotTouchedAndAnUnknownOneTellsNothing() {
        Story story = asked();
        TenantContext.run("demo", () -> inbox.receive(mark(story.msisdn() + "1", DeliveryState.READ, clock.instant())));
        TenantContext.run(
                "littoral",
                () -> inbox.receive(new Watermark(
                        "littoral", "whatsapp", "demo", story.msisdn(), DeliveryState.READ, clock.instant())));
        assertThat(states(story)).containsExactly("sent");
    }

    @Test
    void whatIsUndeliverableHasNoWatermark() {
        assertThatThrownBy(() -> mark("+1", DeliveryState.UNDELIVERABLE, clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Story asked() {
        return scene.somebody().writesByWhatsApp("Ma facture est fausse");
    }

    private void tell(Story story, DeliveryState state, Instant until) {
        TenantContext.run("demo", () -> inbox.receive(mark(story.msisdn(), state, until)));
    }

    private static Watermark mark(String address, DeliveryState state, Instant until) {
        return new Watermark("demo", "whatsapp", "demo", address, state, until);
    }

    private List<String> states(Story story) {
        return story.inTenant(() -> conversations.messages(story.customerId(), 10)).stream()
                .filter(message -> !message.inbound())
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(Message::state)
                .toList();
    }
}
