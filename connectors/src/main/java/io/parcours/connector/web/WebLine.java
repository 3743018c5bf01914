package io.parcours.connector.web;

import io.parcours.connector.Pace;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An account at work: its route's name, its pace and its health. */
public abstract class WebLine {

    private final String channel;
    private final WebAccount account;
    private final AccountHealth health;
    private final Pace pace;
    private volatile boolean retired;

    protected WebLine(String channel, WebAccount account, Clock clock) {
        this.channel = channel;
        this.account = account;
        this.health = new AccountHealth(channel, account, clock);
        this.pace = new Pace(account.web().rate());
    }

    /**
     * Asks the provider, without sending anything, whether the account works.
     *
     * @return what is wrong; empty where it works. Fails where there is no answer, and with {@link NotNow} where it tells nothing
     */
    public abstract CompletionStage<Optional<Problem>> problem();

    /** The same for somebody who sets the account up, and is told of what may be a mistake as well. */
    public CompletionStage<Optional<Problem>> tested() {
        return problem();
    }

    public String channel() {
        return channel;
    }

    public WebAccount account() {
        return account;
    }

    public AccountHealth health() {
        return health;
    }

    public AccountState state() {
        return health.state();
    }

    /** Another one is in its place, or none: nobody need know any more whether it works. */
    void retire() {
        retired = true;
    }

    boolean retired() {
        return retired;
    }

    public Pace pace() {
        return pace;
    }

    public String outboundRoute() {
        return channel + "-out-" + account.tenant() + "-" + account.name();
    }

    public String outboundUri() {
        // Unbound at shutdown, the route is gone: the caller learns it at once instead of waiting 30 s for it.
        return "direct:" + outboundRoute() + "?block=false";
    }

    /** For logs. */
    public String label() {
        return channel + " account " + account.tenant() + "/" + account.name();
    }
}
