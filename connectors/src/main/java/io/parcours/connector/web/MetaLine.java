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

    @Override
    public CompletionStage<Optional<Problem>> problem() {
        return check().thenApply(answer -> works(answer) ? Optional.empty() : Optional.of(refused(answer)));
    }

    /** Somebody is there to be told that Meta does not show the object: the id may be mistyped. */
    @Override
    public CompletionStage<Optional<Problem>> tested() {
        return check().thenApply(answer -> {
            if (answer.success()) {
                return Optional.empty();
            }
            return Optional.of(
                    answer.subcode() == MetaAnswer.NO_SUCH_OBJECT
                            ? Problem.of("meta.noObject", answer.toString())
                            : refused(answer));
        });
    }

    static Problem refused(MetaAnswer answer) {
        return answer.code() == MetaAnswer.TOKEN
                ? Problem.of("meta.token", answer.toString())
                : Problem.of("meta.refused", answer.toString());
    }

    /**
     * Whoever has the messages but not this question answers that there is no such object: that is work, too, as it is to have sent
     * too much.
     */
    private boolean works(MetaAnswer answer) {
        return answer.success() || answer.subcode() == MetaAnswer.NO_SUCH_OBJECT || meaning(answer) == Meaning.TOO_MUCH;
    }
}
