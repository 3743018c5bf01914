package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.engine.TryAgainLater;
import io.parcours.permission.Purpose;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One call of a channel, and the commits around it: before it {@code sending}, after it what came of it. */
@Component
class Sending {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final OutboxRepository repository;
    private final Line line;
    private final Permit permit;
    private final Enclosures enclosures;
    private final Receipts receipts;
    private final Facts facts;
    private final Clock clock;
    private final OwnTransaction own;

    Sending(
            OutboxRepository repository,
            Line line,
            Permit permit,
            Enclosures enclosures,
            Receipts receipts,
            Facts facts,
            Clock clock,
            OwnTransaction own) {
        this.repository = repository;
        this.line = line;
        this.permit = permit;
        this.enclosures = enclosures;
        this.receipts = receipts;
        this.facts = facts;
        this.clock = clock;
        this.own = own;
    }

    Outgoing queue(String key, UUID insteadOf, Conversation conversation, Wording wording) {
        return own.call(
                () -> repository.insert(MessageState.QUEUED, key, insteadOf, conversation, wording, clock.instant()));
    }

    /** Writes a message that leaves at once, as {@code sending} already: one commit for both. */
    Outgoing begin(String key, UUID insteadOf, Conversation conversation, Wording wording) {
        return own.call(
                () -> repository.insert(MessageState.SENDING, key, insteadOf, conversation, wording, clock.instant()));
    }

    void begin(Outgoing message) {
        own.run(() -> repository.sending(message.id(), clock.instant()));
    }

    void unknown(Outgoing message, Conversation conversation, String code) {
        own.run(() -> {
            repository.state(message.id(), MessageState.UNKNOWN, null, clock.instant());
            record("messageUnknown", conversation, code, Map.of());
        });
    }

    /** Writes a message that the customer's word keeps from leaving, for whoever asks why nothing came. */
    Outgoing refused(String key, UUID insteadOf, Conversation conversation, Wording wording, SendRefused refused) {
        return own.call(() -> {
            Outgoing message =
                    repository.insert(MessageState.QUEUED, key, insteadOf, conversation, wording, clock.instant());
            refuse(message, conversation, wording, refused);
            return message;
        });
    }

    void refused(Outgoing message, Conversation conversation, Wording wording, SendRefused refused) {
        own.run(() -> refuse(message, conversation, wording, refused));
    }

    /**
     * Asked once it is marked as leaving, where the number of contacts matters: of those that begin at the same moment no more
     * leave than may.
     *
     * @return why it stays, which is kept; empty where it may leave
     */
    Optional<SendRefused> lastRefusal(Outgoing message, Conversation conversation, Wording wording) {
        if (wording.purpose().equals(Purpose.SERVICE)) {
            return Optional.empty();
        }
        return own.call(() -> {
            Optional<SendRefused> refusal = permit.lastRefusal(message, conversation, wording);
            refusal.ifPresent(refused -> refuse(message, conversation, wording, refused));
            return refusal;
        });
    }

    private void refuse(Outgoing message, Conversation conversation, Wording wording, SendRefused refused) {
        repository.state(message.id(), MessageState.FAILED, refused.getMessage(), clock.instant());
        Map<String, Object> detail = Map.of("reason", refused.code(), "purpose", wording.purpose());
        record("contactRefused", conversation, wording.code(), detail);
    }

    void failed(Outgoing message, Conversation conversation, String code, SendRefused refused) {
        own.run(() -> {
            String error = refused.code() + " " + refused.getMessage();
            repository.state(message.id(), MessageState.FAILED, error, clock.instant());
            record("messageFailed", conversation, code, Map.of("error", refused.code()));
        });
    }

    /** @throws TryAgainLater where it certainly did not leave for a reason that is not its own: it is queued again */
    void send(Outgoing message, Conversation conversation, Wording wording, Way way) {
        Delivery delivery;
        Channel channel = line.channel(conversation.channel());
        if (way == Way.TEMPLATE) {
            usable(channel, conversation, wording.template(), message.fileId());
        }
        try {
            delivery = channel.send(outbound(message, conversation, wording, way));
        } catch (ChannelUnavailable down) {
            throw queuedAgain(message, conversation, down);
        }
        own.run(() -> {
            repository.state(message.id(), MessageState.SENT, null, clock.instant());
            receipts.expect(message.id(), conversation.channel(), conversation.account(), delivery.providerIds());
            Map<String, Object> detail = new HashMap<>(Map.of("text", message.text()));
            if (way == Way.TEMPLATE) {
                detail.put("template", wording.template().name());
            }
            record("messageSent", conversation, wording.code(), detail);
        });
    }

    /** It waits for the account where that takes nothing now, else for as long as the channel says. Then it is its turn. */
    private TryAgainLater queuedAgain(Outgoing message, Conversation conversation, ChannelUnavailable down) {
        Optional<TryAgainLater> closed = line.closed(conversation);
        Instant now = clock.instant();
        Instant placeAt = closed.isPresent() ? now : down.pause().map(now::plus).orElse(null);
        own.run(() -> repository.queued(message.id(), down.getMessage(), placeAt, now));
        return closed.orElseGet(
                () -> new TryAgainLater(down.getMessage(), down.pause().orElse(PAUSE), down));
    }

    /** What the provider would refuse is not tried. No template carries a file or the address of one. */
    private static void usable(Channel channel, Conversation conversation, Template template, UUID fileId) {
        if (template == null || fileId != null) {
            throw new SendRefused(
                    SendRefused.Kind.WINDOW_CLOSED, "window", "The subscriber wrote too long ago for free text", null);
        }
        channel.refuses(TenantContext.required(), conversation.account(), template)
                .ifPresent(reason -> {
                    throw new SendRefused(
                            SendRefused.Kind.NO_TEMPLATE,
                            reason,
                            "The provider would not take the template " + template.name() + " now",
                            null);
                });
    }

    private OutboundMessage outbound(Outgoing message, Conversation conversation, Wording wording, Way way) {
        return new OutboundMessage(
                message.id(),
                TenantContext.required(),
                conversation.account(),
                conversation.address(),
                message.text(),
                wording.choices(),
                wording.expects(),
                way == Way.TEMPLATE ? Optional.of(wording.template()) : Optional.empty(),
                wording.code(),
                conversation.language(),
                Optional.ofNullable(message.fileId())
                        .filter(file -> enclosures.carries(conversation.channel()))
                        .map(enclosures::open),
                way == Way.LATE_REPLY);
    }

    private void record(String kind, Conversation conversation, String code, Map<String, Object> more) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("channel", conversation.channel());
        detail.put("code", code);
        facts.record(
                Fact.of(clock.instant(), kind, conversation.caseNumber(), conversation.customerId(), null, detail));
    }
}
