package io.parcours.connector.sms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every account of every tenant; a tenant's account is found by both names only. */
final class SmsLines implements SmsAccountStates {

    private final Map<Key, SmsLine> lines = new LinkedHashMap<>();

    SmsLines(Collection<SmsAccount> accounts) {
        for (SmsAccount account : accounts) {
            if (open(new SmsLine(account)).isPresent()) {
                throw new IllegalArgumentException(
                        "Tenant " + account.tenant() + " has two SMS accounts named " + account.name());
            }
        }
    }

    /** @return the one that it replaces */
    synchronized Optional<SmsLine> open(SmsLine line) {
        return Optional.ofNullable(
                lines.put(new Key(line.account().tenant(), line.account().name()), line));
    }

    /** @return the one that is gone */
    synchronized Optional<SmsLine> close(String tenant, String account) {
        return Optional.ofNullable(lines.remove(new Key(tenant, account)));
    }

    synchronized Optional<SmsLine> find(String tenant, String account) {
        return Optional.ofNullable(lines.get(new Key(tenant, account)));
    }

    /** The tenant's first account. */
    Optional<SmsLine> of(String tenant) {
        return lines().stream()
                .filter(line -> line.account().tenant().equals(tenant))
                .findFirst();
    }

    synchronized List<SmsLine> lines() {
        return List.copyOf(lines.values());
    }

    @Override
    public List<SmsAccountState> all() {
        return lines().stream().map(SmsLine::state).toList();
    }

    private record Key(String tenant, String account) {}
}
