package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Outgoing;
import io.parcours.decisions.ContactPermission.Answer;
import io.parcours.engine.TryAgainLater;
import io.parcours.permission.Permissions;
import java.util.Optional;
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

    static SendRefused refusal(String reason) {
        return new SendRefused(
                SendRefused.Kind.NOT_ALLOWED, reason, "The customer may not be contacted so: " + reason, null);
    }
}
