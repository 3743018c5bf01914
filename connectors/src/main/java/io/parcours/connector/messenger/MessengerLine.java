package io.parcours.connector.messenger;

import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Invitation;
import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.connector.web.MetaLine;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A page at work. */
final class MessengerLine extends MetaLine {

    private static final Problem BLOCKED = Problem.of("messenger.blocked");

    private final MessengerAccount account;
    private final SendApi api;
    private final Invitation invitation;
    private final Clock clock;
    private volatile boolean blocked;

    MessengerLine(MessengerAccount account, Clock clock) {
        super(MessengerChannel.NAME, account, clock);
        this.account = account;
        this.api = new SendApi(account);
        this.invitation = new Invitation(account, account.appSecret());
        this.clock = clock;
    }

    @Override
    public MessengerAccount account() {
        return account;
    }

    SendApi api() {
        return api;
    }

    /** A link that tells who comes by it. */
    String invitation(UUID customer) {
        return account.link(invitation.of(customer, clock.instant()));
    }

    /** @param reference of a link, from wherever it may be; null for none */
    Optional<UUID> invited(String reference) {
        return invitation.customer(reference, clock.instant());
    }

    /** Meta tells it once: a check would not see it. */
    void blocked(boolean now, Checks checks) {
        blocked = now;
        if (now) {
            checks.down(this, BLOCKED, account.web().checkAgain());
        }
    }

    @Override
    public Meaning meaning(MetaAnswer answer) {
        return ErrorCodes.of(answer);
    }

    @Override
    public CompletionStage<Optional<Problem>> problem() {
        return blocked ? CompletableFuture.completedFuture(Optional.of(BLOCKED)) : super.problem();
    }

    @Override
    protected CompletionStage<MetaAnswer> check() {
        return api.check();
    }
}
