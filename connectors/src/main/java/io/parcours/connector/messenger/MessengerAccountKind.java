package io.parcours.connector.messenger;

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

/** Pages at Messenger. */
final class MessengerAccountKind extends WebAccountKind<MessengerLine> {

    private static final List<AccountField> FIELDS = List.of(
            AccountField.required("pageId", "102290129340398"),
            AccountField.optional("pageName", "sahelmobile"),
            AccountField.secret("token"),
            AccountField.secret("appSecret"),
            AccountField.secret("verifyToken"),
            AccountField.optional("utilityMessages", "non"),
            AccountField.optional("humanAgent", "non"),
            AccountField.optional("rate", "30"),
            AccountField.optional("url", "https://graph.facebook.com"),
            AccountField.optional("apiVersion", "v23.0"));

    private final Clock clock;

    MessengerAccountKind(
            WebLines<MessengerLine> lines, Checks checks, ChannelMeters meters, AccountRoutes routes, Clock clock) {
        super(MessengerChannel.NAME, FIELDS, lines, checks, meters, routes);
        this.clock = clock;
    }

    @Override
    protected MessengerLine line(AccountValues account) {
        return new MessengerLine(
                new MessengerAccount(
                        account.tenant(),
                        account.name(),
                        account.get("url"),
                        account.get("apiVersion"),
                        account.get("pageId"),
                        account.get("token"),
                        account.get("appSecret"),
                        account.get("verifyToken"),
                        options(account)),
                clock);
    }

    private static MessengerOptions options(AccountValues account) {
        return new MessengerOptions(
                null,
                null,
                account.number("rate"),
                null,
                null,
                null,
                account.flag("utilityMessages"),
                account.flag("humanAgent"),
                null,
                account.get("pageName"));
    }

    @Override
    protected RoutesBuilder routes(MessengerLine line) {
        return new SendRoutes<>(List.of(line), MessengerLine::api);
    }
}
