package io.parcours.connector.whatsapp;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every account of every tenant. The webhook's address names the account alone, so that no two may share a name. */
final class WhatsAppLines {

    private final Map<String, WhatsAppLine> byName = new LinkedHashMap<>();

    WhatsAppLines(Collection<WhatsAppAccount> accounts, Clock clock) {
        for (WhatsAppAccount account : accounts) {
            byName.values().stream()
                    .filter(other -> other.account().phoneNumberId().equals(account.phoneNumberId()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("The WhatsApp accounts "
                                + other.account().name() + " and " + account.name()
                                + " have the same phone number id; each number belongs to one account");
                    });
            if (byName.put(account.name(), new WhatsAppLine(account, clock)) != null) {
                throw new IllegalArgumentException("Two WhatsApp accounts are named " + account.name()
                        + "; the webhook's address names the account alone, so that names differ over all tenants");
            }
        }
    }

    Optional<WhatsAppLine> named(String account) {
        return Optional.ofNullable(byName.get(account));
    }

    Optional<WhatsAppLine> find(String tenant, String account) {
        return named(account).filter(line -> line.account().tenant().equals(tenant));
    }

    /** The tenant's first account. */
    Optional<WhatsAppLine> of(String tenant) {
        return all().stream()
                .filter(line -> line.account().tenant().equals(tenant))
                .findFirst();
    }

    Collection<WhatsAppLine> all() {
        return byName.values();
    }
}
