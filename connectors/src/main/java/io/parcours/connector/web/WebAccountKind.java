package io.parcours.connector.web;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.connector.AccountRoutes;
import io.parcours.conversation.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.RoutesBuilder;

/** Accounts of a channel over HTTP, as they are set up while the platform runs. */
public abstract class WebAccountKind<L extends WebLine> implements AccountKind {

    private static final long PATIENCE_SECONDS = 15;

    private final String channel;
    private final List<AccountField> fields;
    private final WebLines<L> lines;
    private final Checks checks;
    private final ChannelMeters meters;
    private final AccountRoutes routes;

    protected WebAccountKind(
            String channel,
            List<AccountField> fields,
            WebLines<L> lines,
            Checks checks,
            ChannelMeters meters,
            AccountRoutes routes) {
        this.channel = channel;
        this.fields = List.copyOf(fields);
        this.lines = lines;
        this.checks = checks;
        this.meters = meters;
        this.routes = routes;
    }

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    protected abstract L line(AccountValues account);

    protected abstract RoutesBuilder routes(L line);

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public List<AccountField> fields() {
        return fields;
    }

    @Override
    public void open(AccountValues account) {
        L line = line(account);
        Optional<L> before = lines.open(line);
        before.ifPresent(this::leave);
        routes.add(routes(line));
        meters.watch(line);
        checks.begin(line);
    }

    @Override
    public void close(String tenant, String name) {
        lines.close(tenant, name).ifPresent(this::leave);
    }

    private void leave(L line) {
        meters.forget(line);
        routes.remove(line.outboundRoute());
    }

    @Override
    public Optional<Problem> test(AccountValues account) {
        L line = line(account);
        try {
            return line.tested().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unreachable) {
            return Optional.of(
                    Checks.unreachable(unreachable.getCause() == null ? unreachable : unreachable.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(Problem.of("stopped"));
        }
    }
}
