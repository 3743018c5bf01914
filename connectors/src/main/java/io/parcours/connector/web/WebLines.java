package io.parcours.connector.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every account of every tenant at one provider. The webhook's address names the account alone, so that no two share a name. */
public final class WebLines<L extends WebLine> {

    private final Map<String, L> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where two are the same account, or have the same name */
    public WebLines(Collection<L> lines) {
        lines.forEach(this::open);
    }

    private void open(L line) {
        String name = line.account().name();
        byName.values().stream()
                .filter(other ->
                        other.account().identity().equals(line.account().identity()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("The " + line.channel() + " accounts "
                            + other.account().name() + " and " + name + " have the same "
                            + "id at the provider; each belongs to one account");
                });
        if (byName.putIfAbsent(name, line) != null) {
            throw new IllegalArgumentException("Two " + line.channel() + " accounts are named " + name
                    + "; the webhook's address names the account alone, so that names differ over all tenants");
        }
    }

    public Optional<L> named(String account) {
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

    /** In the order in which they were configured. */
    public List<L> all() {
        return List.copyOf(byName.values());
    }
}
