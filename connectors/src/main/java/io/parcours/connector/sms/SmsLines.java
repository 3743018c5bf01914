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
            Key key = new Key(account.tenant(), account.name());
            if (lines.put(key, new SmsLine(account)) != null) {
                throw new IllegalArgumentException(
                        "Tenant " + account.tenant() + " has two SMS accounts named " + account.name());
            }
        }
    }

    Optional<SmsLine> find(String tenant, String account) {
        return Optional.ofNullable(lines.get(new Key(tenant, account)));
    }

    /** The tenant's first account. */
    Optional<SmsLine> of(String tenant) {
        return lines.values().stream()
                .filter(line -> line.account().tenant().equals(tenant))
                .findFirst();
    }

    Collection<SmsLine> lines() {
        return lines.values();
    }

    @Override
    public List<SmsAccountState> all() {
        return lines.values().stream().map(SmsLine::state).toList();
    }

    private record Key(String tenant, String account) {}
}
