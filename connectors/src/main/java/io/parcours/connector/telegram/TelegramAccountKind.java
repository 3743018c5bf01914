package io.parcours.connector.telegram;

import io.parcours.account.AccountField;
import io.parcours.account.AccountValues;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.SendRoutes;
import io.parcours.connector.web.WebAccountKind;
import io.parcours.connector.web.WebLines;
import java.time.Clock;
import java.util.List;
import org.apache.camel.RoutesBuilder;

/** Bots at Telegram. */
final class TelegramAccountKind extends WebAccountKind<TelegramLine> {

    private static final List<AccountField> FIELDS = List.of(
            AccountField.required("botName", "sahel_bot"),
            AccountField.secret("token"),
            AccountField.optionalSecret("secretToken"),
            AccountField.optional("polling", "non"),
            AccountField.optional("rate", "30"),
            AccountField.optional("url", "https://api.telegram.org"));

    private final WebLines<TelegramLine> lines;
    private final Pollers pollers;
    private final Clock clock;

    TelegramAccountKind(
            WebLines<TelegramLine> lines,
            Checks checks,
            ChannelMeters meters,
            AccountRoutes routes,
            Pollers pollers,
            Clock clock) {
        super(TelegramChannel.NAME, FIELDS, lines, checks, meters, routes);
        this.lines = lines;
        this.pollers = pollers;
        this.clock = clock;
    }

    @Override
    public void open(AccountValues account) {
        super.open(account);
        lines.find(account.tenant(), account.name()).ifPresent(pollers::open);
    }

    @Override
    public void close(String tenant, String name) {
        if (lines.find(tenant, name).isPresent()) {
            pollers.close(name);
        }
        super.close(tenant, name);
    }

    /** Telegram brings the updates, unless it is told to be asked for them. */
    @Override
    protected TelegramLine line(AccountValues account) {
        TelegramOptions options =
                new TelegramOptions(null, null, account.number("rate"), null, null, null, null, null, null);
        return new TelegramLine(
                new TelegramAccount(
                        account.tenant(),
                        account.name(),
                        account.get("url"),
                        account.get("token"),
                        account.get("secretToken"),
                        account.get("botName"),
                        Boolean.TRUE.equals(account.flag("polling")),
                        options),
                clock);
    }

    @Override
    protected RoutesBuilder routes(TelegramLine line) {
        return new SendRoutes<>(List.of(line), TelegramLine::api);
    }
}
