package io.parcours.connector.telegram;

import io.parcours.connector.web.Invitation;
import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.NotNow;
import io.parcours.connector.web.WebLine;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A bot at work. */
final class TelegramLine extends WebLine {

    private final TelegramAccount account;
    private final BotApi api;
    private final Courtesies courtesies;
    private final Chats chats = new Chats();
    private final Invitation invitation;
    private final Clock clock;

    TelegramLine(TelegramAccount account, Clock clock) {
        super(TelegramChannel.NAME, account, clock);
        this.account = account;
        this.api = new BotApi(account);
        this.courtesies = new Courtesies(account, api);
        this.invitation = new Invitation(account, account.token());
        this.clock = clock;
    }

    @Override
    public TelegramAccount account() {
        return account;
    }

    BotApi api() {
        return api;
    }

    Courtesies courtesies() {
        return courtesies;
    }

    Chats chats() {
        return chats;
    }

    /** A link that tells who comes by it. */
    String invitation(UUID customer) {
        return account.link(invitation.of(customer, clock.instant()));
    }

    /** @param reference of a link, from wherever it may be; null for none */
    Optional<UUID> invited(String reference) {
        return invitation.customer(reference, clock.instant());
    }

    @Override
    public CompletionStage<Optional<Problem>> problem() {
        return api.call("getMe").thenApply(this::problem);
    }

    /** Also whether anything would come in: a bot that does not fetch its updates has to be brought them. */
    @Override
    public CompletionStage<Optional<Problem>> tested() {
        return problem()
                .thenCompose(problem -> problem.isPresent() || account.polling()
                        ? CompletableFuture.completedFuture(problem)
                        : api.call("getWebhookInfo")
                                .thenApply(info -> WebhookCheck.problem(info, account.name(), clock.instant())));
    }

    /** A bot of another name works as well, but our invitations would lead to somebody else's. */
    private Optional<Problem> problem(BotAnswer answer) {
        if (!answer.success()) {
            if (ErrorCodes.of(answer) == Meaning.ACCOUNT) {
                return Optional.of(refused(answer));
            }
            throw new NotNow(Problem.of("telegram.away", answer.toString()));
        }
        String name = answer.result().path("username").asText();
        return name.equalsIgnoreCase(account.botName())
                ? Optional.empty()
                : Optional.of(Problem.of("telegram.otherBot", account.botName()));
    }

    static Problem refused(BotAnswer answer) {
        return Problem.of("telegram.refused", answer.toString());
    }
}
