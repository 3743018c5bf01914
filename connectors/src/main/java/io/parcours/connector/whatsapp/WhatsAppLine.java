package io.parcours.connector.whatsapp;

import io.parcours.connector.Pace;
import java.time.Clock;

/** An account at work: its route's name, its pace and its health. */
final class WhatsAppLine {

    private final WhatsAppAccount account;
    private final CloudApi api;
    private final AccountHealth health;
    private final Pace pace;

    WhatsAppLine(WhatsAppAccount account, Clock clock) {
        this.account = account;
        this.api = new CloudApi(account);
        this.health = new AccountHealth(account, clock);
        this.pace = new Pace(account.options().rate());
    }

    WhatsAppAccount account() {
        return account;
    }

    CloudApi api() {
        return api;
    }

    AccountHealth health() {
        return health;
    }

    Pace pace() {
        return pace;
    }

    String outboundRoute() {
        return "whatsapp-out-" + account.tenant() + "-" + account.name();
    }

    String outboundUri() {
        // Unbound at shutdown, the route is gone: the caller learns it at once instead of waiting 30 s for it.
        return "direct:" + outboundRoute() + "?block=false";
    }
}
