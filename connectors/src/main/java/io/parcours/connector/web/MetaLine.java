package io.parcours.connector.web;

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
    public CompletionStage<Optional<String>> problem() {
        return check().thenApply(answer -> refusesUs(answer) ? Optional.of(refused(answer)) : Optional.empty());
    }

    static String refused(MetaAnswer answer) {
        return "Meta refuses the account (" + answer + "): check its token, its permissions and its id";
    }

    /** Whoever has the messages but not this question answers that there is no such object: that is work, too. */
    private boolean refusesUs(MetaAnswer answer) {
        return !answer.success() && meaning(answer) == Meaning.ACCOUNT && answer.subcode() != MetaAnswer.NO_SUCH_OBJECT;
    }
}
