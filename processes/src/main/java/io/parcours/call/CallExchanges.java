package io.parcours.call;

import io.parcours.call.CallRefused.Reason;
import io.parcours.telephony.Exchange;
import io.parcours.telephony.Telephony;
import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The exchanges of the operator in force, and commands to them that may be too late. */
@Component
class CallExchanges {

    private final ObjectProvider<Telephony> telephony;

    CallExchanges(ObjectProvider<Telephony> telephony) {
        this.telephony = telephony;
    }

    Telephony telephony() {
        return telephony.getIfAvailable(() -> {
            throw new CallRefused(Reason.NO_EXCHANGE);
        });
    }

    /** The account by which calls leave. @throws CallRefused where there is none, or none that works */
    String outgoing() {
        List<Exchange> outgoing = all().stream().filter(Exchange::callsOut).toList();
        if (outgoing.isEmpty()) {
            throw new CallRefused(Reason.NO_EXCHANGE);
        }
        return outgoing.stream()
                .filter(Exchange::works)
                .map(Exchange::account)
                .findFirst()
                .orElseThrow(() -> down(outgoing.get(0).problem()));
    }

    /** @throws CallRefused where it does not answer now */
    void mustWork(String account) {
        String problem = problems().apply(account);
        if (problem != null) {
            throw down(problem);
        }
    }

    /** Why the account's exchange cannot be asked now; null where it can. */
    UnaryOperator<String> problems() {
        List<Exchange> all = all();
        return account -> {
            for (Exchange exchange : all) {
                if (exchange.account().equals(account)) {
                    return exchange.problem();
                }
            }
            return "the account is gone";
        };
    }

    /** @throws CallRefused where the exchange's side says that the call is not in a state for it */
    <T> T command(String account, Supplier<T> command) {
        mustWork(account);
        try {
            return command.get();
        } catch (IllegalStateException over) {
            throw new CallRefused(Reason.OVER);
        } catch (IllegalArgumentException gone) {
            throw new CallRefused(Reason.NO_EXCHANGE);
        }
    }

    void command(String account, Runnable command) {
        command(account, () -> {
            command.run();
            return null;
        });
    }

    /** Without asking whether it answers now: where it does not, what it was told is made up for once it is connected again. */
    void tell(Consumer<Telephony> what) {
        try {
            what.accept(telephony());
        } catch (IllegalArgumentException | CallRefused gone) {
            // The account's calls ended with it.
        }
    }

    private List<Exchange> all() {
        Telephony there = telephony.getIfAvailable();
        return there == null ? List.of() : there.exchanges(TenantContext.required());
    }

    private static CallRefused down(String problem) {
        return new CallRefused(Reason.EXCHANGE_DOWN, problem, Duration.ZERO);
    }
}
