package io.parcours.conversation;

import io.parcours.conversation.ReceiptRepository.Untold;
import io.parcours.engine.Background;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Matches receipts with messages in whatever order they come. */
@Component
class Receipts {

    private final ReceiptRepository receipts;
    private final WatermarkRepository watermarks;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final ObjectProvider<Background> background;
    private final Clock clock;

    Receipts(
            ReceiptRepository receipts,
            WatermarkRepository watermarks,
            Facts facts,
            JdbcClient jdbc,
            ObjectProvider<Background> background,
            Clock clock) {
        this.receipts = receipts;
        this.watermarks = watermarks;
        this.facts = facts;
        this.jdbc = jdbc;
        this.background = background;
        this.clock = clock;
    }

    @Transactional
    void accept(Receipt receipt) {
        receipts.lockProviderIds(receipt.channel(), receipt.account(), Set.of(receipt.providerId()));
        if (receipts.messageOf(receipt.channel(), receipt.account(), receipt.providerId())
                .isEmpty()) {
            receipts.keepEarly(receipt);
        } else {
            reached(
                    receipt.channel(),
                    receipt.account(),
                    receipt.providerId(),
                    MessageState.of(receipt.state()),
                    receipt.errorCode(),
                    receipt.refusal());
        }
    }

    /** Everything until then got as far; what becomes known as sent later finds it remembered. */
    @Transactional
    void accept(Watermark watermark) {
        watermarks.remember(watermark);
        watermarks.lock(watermark);
        List<String> before = watermark.state() == DeliveryState.READ
                ? List.of(MessageState.SENT, MessageState.UNKNOWN, MessageState.DELIVERED)
                : List.of(MessageState.SENT, MessageState.UNKNOWN);
        String state = MessageState.of(watermark.state());
        watermarks
                .covered(watermark, before)
                .forEach(id -> reached(watermark.channel(), watermark.account(), id, state, null, null));
    }

    /** @param diverted addresses of those who left, and whose model wants nothing said elsewhere */
    @Transactional
    void accept(Interruption interruption, Instant since, Set<String> diverted) {
        String channel = interruption.channel();
        String account = interruption.account();
        for (Untold untold : receipts.untold(channel, account, since)) {
            boolean listens = interruption.present().contains(untold.address());
            SendRefused.Kind elsewhere = diverted.contains(untold.address()) ? null : SendRefused.Kind.NOT_HERE;
            SendRefused.Kind help = listens ? SendRefused.Kind.ONCE_MORE : elsewhere;
            reached(channel, account, untold.providerId(), MessageState.UNDELIVERABLE, "interrupted", help);
        }
    }

    /** The provider has named the message: remembers the ids and applies the receipts that came before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(UUID messageId, String channel, String account, List<String> providerIds) {
        expect(channel, account, providerIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> messageId)));
    }

    /** @param messages by the ids that the provider gave them */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(String channel, String account, Map<String, UUID> messages) {
        if (messages.isEmpty()) {
            return;
        }
        receipts.lockProviderIds(channel, account, messages.keySet());
        receipts.addProviderIds(channel, account, messages);
        receipts.takeEarly(channel, account, messages.keySet())
                .forEach(early ->
                        reached(channel, account, early.providerId(), early.state(), early.error(), early.refusal()));
    }

    private void reached(
            String channel, String account, String providerId, String state, String error, SendRefused.Kind refusal) {
        String reached = receipts.partReached(channel, account, providerId, state, clock.instant());
        if (reached == null) {
            return;
        }
        record(channel, account, providerId, reached, error);
        if (reached.equals(MessageState.UNDELIVERABLE) && refusal != null) {
            receipts.messageOf(channel, account, providerId)
                    .forEach(message -> background.getObject().run(Redelivery.TASK, message + " " + refusal));
        }
    }

    private void record(String channel, String account, String providerId, String state, String error) {
        jdbc.sql("""
                        select m.case_number, v.customer_id, m.id from message_provider_id p
                        join message m on m.id = p.message_id join conversation v on v.id = m.conversation_id
                        where p.tenant_id = parcours_tenant() and p.channel = ? and p.account = ? and p.provider_id = ?
                        """).params(channel, account, providerId).query(row -> {
            Map<String, Object> detail = new HashMap<>(Map.of("channel", channel, "state", state));
            if (error != null) {
                detail.put("error", error);
            }
            facts.record(Fact.of(
                    clock.instant(),
                    kind(state),
                    row.getString("case_number"),
                    row.getObject("customer_id", UUID.class),
                    null,
                    detail));
        });
    }

    private static String kind(String state) {
        return switch (state) {
            case MessageState.UNDELIVERABLE -> "messageUndeliverable";
            case MessageState.READ -> "messageRead";
            default -> "messageDelivered";
        };
    }
}
