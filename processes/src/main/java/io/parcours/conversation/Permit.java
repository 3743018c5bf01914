package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.decisions.ContactPermission.Answer;
import io.parcours.decisions.ContactPermission.Permission;
import io.parcours.engine.TryAgainLater;
import io.parcours.permission.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks, before a message leaves and on whatever channel, whether the customer may be contacted. */
@Component
class Permit {

    private final Permissions permissions;
    private final Line line;

    Permit(Permissions permissions, Line line) {
        this.permissions = permissions;
        this.line = line;
    }

    /**
     * @param queued the message, written as queued where it is not yet
     * @return why it may not leave here; empty where it may
     * @throws TryAgainLater in quiet hours, until they end
     */
    Optional<SendRefused> refusal(Conversation conversation, Wording wording, Supplier<Outgoing> queued) {
        Answer answer = permissions.ask(conversation.customerId(), conversation.channel(), wording.purpose());
        return switch (answer.permission()) {
            case ALLOWED -> Optional.empty();
            case REFUSED -> Optional.of(refusal(answer.reason()));
            case LATER -> throw line.keepPlace(queued.get(), answer.pause(), "Quiet hours");
        };
    }

    /** The last word on a message that is marked as leaving, before it leaves: others may have begun at the same moment. */
    Optional<SendRefused> lastRefusal(Outgoing message, Conversation conversation, Wording wording) {
        UUID customer = conversation.customerId();
        return Optional.of(permissions
                        .askAll(List.of(customer), conversation.channel(), wording.purpose(), List.of(message.id()))
                        .get(customer))
                .filter(answer -> answer.permission() == Permission.REFUSED)
                .map(answer -> refusal(answer.reason()));
    }

    static SendRefused refusal(String reason) {
        return new SendRefused(
                SendRefused.Kind.NOT_ALLOWED, reason, "The customer may not be contacted so: " + reason, null);
    }
}
