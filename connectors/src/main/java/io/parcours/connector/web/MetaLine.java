package io.parcours.connector.web;

import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An account at Meta at work. */
public abstract class MetaLine extends WebLine {

    protected MetaLine(String channel, MetaAccount account, Clock clock) {
        super(channel, account, clock);
    }

    /** Asks for nothing but the id of the number or page. */
    protected abstract CompletionStage<MetaAnswer> check();

    /** What an answer means that is no success. */
    public abstract Meaning meaning(MetaAnswer answer);

    /** Whoever has the messages but not this question is answered, too, that there is no such object: a message will find out. */
    @Override
    public CompletionStage<Optional<Problem>> problem() {
        return check().thenApply(answer -> answer.hidden() ? Optional.empty() : amiss(answer));
    }

    /** Somebody is there to be told that Meta does not show the object: the id may be mistyped. */
    @Override
    public CompletionStage<Optional<Problem>> tested() {
        return check().thenApply(this::amiss);
    }

    /** Only the id that was asked for is a yes. */
    private Optional<Problem> amiss(MetaAnswer answer) {
        if (answer.success() && account().identity().equals(answer.id())) {
            return Optional.empty();
        }
        Meaning meaning = answer.success() ? Meaning.REFUSED : meaning(answer);
        return switch (meaning) {
            case TOO_MUCH, TOO_MUCH_TO_ONE, UNKNOWN -> throw new NotNow(Problem.of("meta.away", answer.toString()));
            case ACCOUNT -> Optional.of(refused(answer));
            default ->
                Optional.of(answer.code() == 0 ? Problem.of("meta.notMeta", answer.toString()) : refused(answer));
        };
    }

    static Problem refused(MetaAnswer answer) {
        if (answer.code() == MetaAnswer.TOKEN) {
            return Problem.of("meta.token", answer.toString());
        }
        return answer.hidden() || answer.code() == MetaAnswer.NO_SUCH_ALIAS
                ? Problem.of("meta.noSuchId", answer.toString())
                : Problem.of("meta.refused", answer.toString());
    }
}
