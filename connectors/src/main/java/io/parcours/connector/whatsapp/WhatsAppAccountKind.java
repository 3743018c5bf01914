package io.parcours.connector.whatsapp;

import io.parcours.account.AccountField;
import io.parcours.account.AccountValues;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebAccountKind;
import io.parcours.connector.web.WebLines;
import java.time.Clock;
import java.util.List;
import org.apache.camel.RoutesBuilder;

/** Business numbers at WhatsApp. */
final class WhatsAppAccountKind extends WebAccountKind<WhatsAppLine> {

    private static final List<AccountField> FIELDS = List.of(
            AccountField.required("phoneNumberId", "106540352242922"),
            AccountField.optional("businessAccountId", "102290129340398"),
            AccountField.secret("token"),
            AccountField.secret("appSecret"),
            AccountField.secret("verifyToken"),
            AccountField.optional("rate", "80"),
            AccountField.optional("url", "https://graph.facebook.com"),
            AccountField.optional("apiVersion", "v23.0"));

    private final Clock clock;

    WhatsAppAccountKind(
            WebLines<WhatsAppLine> lines, Checks checks, ChannelMeters meters, AccountRoutes routes, Clock clock) {
        super(WhatsAppChannel.NAME, FIELDS, lines, checks, meters, routes);
        this.clock = clock;
    }

    @Override
    protected WhatsAppLine line(AccountValues account) {
        WhatsAppOptions options = new WhatsAppOptions(null, null, account.number("rate"), null, null, null, null);
        return new WhatsAppLine(
                new WhatsAppAccount(
                        account.tenant(),
                        account.name(),
                        account.get("url"),
                        account.get("apiVersion"),
                        account.get("phoneNumberId"),
                        account.get("businessAccountId"),
                        account.get("token"),
                        account.get("appSecret"),
                        account.get("verifyToken"),
                        options),
                clock);
    }

    @Override
    protected RoutesBuilder routes(WhatsAppLine line) {
        return new WhatsAppRoutes(List.of(line));
    }
}
