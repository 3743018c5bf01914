package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.engine.TryAgainLater;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one message for a journey's step. The step's job is the outbox: it is tried again until this returns. Each state is
 * committed on its own, so that a crash at any point is seen the next time: a message found {@code sending} may have left.
 */
@Component
class Outbox {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Map<String, Channel> channels;
    private final OutboxRepository repository;
    private final Receipts receipts;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Outbox(
            List<Channel> channels,
            OutboxRepository repository,
            Receipts receipts,
            Facts facts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.repository = repository;
        this.receipts = receipts;
        this.facts = facts;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @return the message's number in its conversation
     * @param sendKey the same at each try of the same step
     * @param resendUnknown whether a message that may have left is sent again; else it is held
     * @throws TryAgainLater where the channel is down: no try is spent
     * @throws SendRefused where the provider said no
     */
    long send(
            String sendKey,
            Conversation conversation,
            String code,
            String text,
            List<String> options,
            boolean resendUnknown) {
        Outgoing message = ownTransaction.execute(
                status -> repository.queue(sendKey, conversation, code, text, options, clock.instant()));
        switch (message.state()) {
            case MessageState.QUEUED, MessageState.FAILED -> attempt(message, conversation, code);
            case MessageState.SENDING, MessageState.UNKNOWN -> afterCrash(message, conversation, code, resendUnknown);
            default -> {
                // It left before the crash that brought us here again.
            }
        }
        return message.number();
    }

    private void afterCrash(Outgoing message, Conversation conversation, String code, boolean resend) {
        if (message.state().equals(MessageState.SENDING)) {
            commit(
                    conversation,
                    "messageUnknown",
                    code,
                    null,
                    () -> repository.state(message.id(), MessageState.UNKNOWN, null, clock.instant()));
        }
        if (resend) {
            attempt(message, conversation, code);
        }
    }

    private void attempt(Outgoing message, Conversation conversation, String code) {
        Channel channel = channels.get(conversation.channel());
        if (channel == null) {
            throw new IllegalStateException("No connector brings the channel " + conversation.channel());
        }
        ownTransaction.executeWithoutResult(status -> repository.sending(message.id(), clock.instant()));
        Delivery delivery;
        try {
            delivery = channel.send(new OutboundMessage(
                    message.id(),
                    TenantContext.required(),
                    conversation.account(),
                    conversation.address(),
                    message.text(),
                    message.options()));
        } catch (ChannelUnavailable e) {
            ownTransaction.executeWithoutResult(
                    status -> repository.state(message.id(), MessageState.QUEUED, e.getMessage(), clock.instant()));
            throw new TryAgainLater(e.getMessage(), PAUSE, e);
        } catch (SendRefused e) {
            commit(
                    conversation,
                    "messageFailed",
                    code,
                    e.code(),
                    () -> repository.state(
                            message.id(), MessageState.FAILED, e.code() + " " + e.getMessage(), clock.instant()));
            throw e;
        }
        commit(
                conversation,
                "messageSent",
                code,
                null,
                () -> {
                    repository.state(message.id(), MessageState.SENT, null, clock.instant());
                    receipts.expect(
                            message.id(), conversation.channel(), conversation.account(), delivery.providerIds());
                },
                message.text());
    }

    private void commit(Conversation conversation, String kind, String code, String error, Runnable change) {
        commit(conversation, kind, code, error, change, null);
    }

    private void commit(
            Conversation conversation, String kind, String code, String error, Runnable change, String text) {
        Map<String, Object> detail = new HashMap<>(Map.of("channel", conversation.channel(), "code", code));
        if (error != null) {
            detail.put("error", error);
        }
        if (text != null) {
            detail.put("text", text);
        }
        ownTransaction.executeWithoutResult(status -> {
            facts.record(
                    Fact.of(clock.instant(), kind, conversation.caseNumber(), conversation.customerId(), null, detail));
            change.run();
        });
    }
}
