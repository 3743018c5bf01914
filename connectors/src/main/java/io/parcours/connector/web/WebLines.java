package io.parcours.connector.web;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** Every account of every tenant at one provider. The webhook's address names the account alone, so that no two share a name. */
public final class WebLines<L extends WebLine> {

    private final Map<String, L> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where two are the same account, or have the same name */
    public WebLines(Collection<L> lines) {
        lines.forEach(line -> {
            if (open(line).isPresent()) {
                throw taken(line);
            }
        });
    }

    /**
     * Those that are there from the start, each counted.
     *
     * @param configured of the configuration
     * @param single beans, one an account
     * @param several beans that know more of them
     * @param atWork what an account is at work
     */
    public static <A extends WebAccount, L extends WebLine> WebLines<L> of(
            Stream<A> configured,
            ObjectProvider<A> single,
            Stream<A> several,
            Function<A, L> atWork,
            ChannelMeters meters) {
        WebLines<L> lines = new WebLines<>(Stream.of(configured, single.orderedStream(), several)
                .flatMap(all -> all)
                .map(atWork)
                .toList());
        lines.all().forEach(meters::watch);
        return lines;
    }

    /**
     * Takes it in, in place of the tenant's own of that name.
     *
     * @return the one that it replaces
     * @throws IllegalArgumentException where another one has its name, or is the same account at the provider
     */
    public synchronized Optional<L> open(L line) {
        String name = line.account().name();
        for (L other : byName.values()) {
            boolean itself = other.account().name().equals(name)
                    && other.account().tenant().equals(line.account().tenant());
            if (!itself && other.account().name().equals(name)) {
                throw taken(line);
            }
            if (!itself && other.account().identity().equals(line.account().identity())) {
                throw wrong(line, Problem.of("account.sameAtProvider"));
            }
        }
        Optional<L> replaced = Optional.ofNullable(byName.put(name, line));
        replaced.ifPresent(WebLine::retire);
        return replaced;
    }

    /** @return the one that is gone */
    public synchronized Optional<L> close(String tenant, String account) {
        Optional<L> line = find(tenant, account);
        line.ifPresent(gone -> {
            byName.remove(account);
            gone.retire();
        });
        return line;
    }

    public synchronized Optional<L> named(String account) {
        return Optional.ofNullable(byName.get(account));
    }

    public Optional<L> find(String tenant, String account) {
        return named(account).filter(line -> line.account().tenant().equals(tenant));
    }

    /** The tenant's first account. */
    public Optional<L> of(String tenant) {
        return all().stream()
                .filter(line -> line.account().tenant().equals(tenant))
                .findFirst();
    }

    /** In the order in which they were opened. */
    public synchronized List<L> all() {
        return List.copyOf(byName.values());
    }

    private IllegalArgumentException taken(L line) {
        return wrong(line, Problem.of("account.nameTaken"));
    }

    /** The other one may be another operator's, and is not named. */
    private WrongValue wrong(L line, Problem problem) {
        return new WrongValue(line.label() + ": ", problem);
    }
}
