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
        return check().thenApply(answer -> refusesUs(answer) ? Optional.of(refused(answer)) : Optional.empty());
    }

    static Problem refused(MetaAnswer answer) {
        return answer.code() == MetaAnswer.TOKEN
                ? Problem.of("meta.token", answer.toString())
                : Problem.of("meta.refused", answer.toString());
    }

    /** Whoever has the messages but not this question answers that there is no such object: that is work, too. */
    private boolean refusesUs(MetaAnswer answer) {
        return !answer.success() && meaning(answer) == Meaning.ACCOUNT && answer.subcode() != MetaAnswer.NO_SUCH_OBJECT;
    }
}
