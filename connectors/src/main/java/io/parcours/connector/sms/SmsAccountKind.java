package io.parcours.connector.sms;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.sms.SmsOptions.ReceiptIdStyle;
import io.parcours.conversation.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.RoutesBuilder;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;

/** Accounts at message centres. */
final class SmsAccountKind implements AccountKind {

    private static final List<AccountField> FIELDS = List.of(
            AccountField.required("host", "smsc.example.net"),
            AccountField.optional("port", "2775"),
            AccountField.optional("tls", "non"),
            AccountField.required("systemId", "parcours"),
            AccountField.secret("password"),
            AccountField.required("sender", "7070"),
            AccountField.optional("region", "BJ"),
            AccountField.optional("rate", "50"),
            AccountField.optional("window", "10"),
            AccountField.optional("validityHours", "24"),
            AccountField.optional("receiptIds", "auto"));

    private final SmsLines lines;
    private final SmsMeters meters;
    private final AccountRoutes routes;
    private final Function<SmsLine, RoutesBuilder> builder;

    SmsAccountKind(SmsLines lines, SmsMeters meters, AccountRoutes routes, Function<SmsLine, RoutesBuilder> builder) {
        this.lines = lines;
        this.meters = meters;
        this.routes = routes;
        this.builder = builder;
    }

    @Override
    public String channel() {
        return SmsChannel.NAME;
    }

    @Override
    public List<AccountField> fields() {
        return FIELDS;
    }

    /** The old bind ends before the new one begins: a message centre may admit one alone. */
    @Override
    public void open(AccountValues values) {
        SmsLine line = new SmsLine(account(values));
        close(values.tenant(), values.name());
        lines.open(line);
        routes.add(builder.apply(line));
        meters.watch(line.state());
    }

    @Override
    public void close(String tenant, String name) {
        lines.close(tenant, name).ifPresent(line -> {
            meters.forget(line.state());
            routes.remove(line.inboundRoute(), line.outboundRoute());
        });
    }

    /** Binds as a transmitter, which takes nothing from a bind that is at work, and unbinds. */
    @Override
    public Optional<Problem> test(AccountValues values) {
        SmsAccount account = account(values);
        SMPPSession session = new SMPPSession(
                account.tls() ? SSLSocketConnectionFactory.getInstance() : SocketConnectionFactory.getInstance());
        try {
            session.connectAndBind(
                    account.host(),
                    account.port(),
                    new BindParameter(
                            BindType.BIND_TX,
                            account.systemId(),
                            account.password(),
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    account.options().bindTimeout().toMillis());
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(BindProblem.of(failed));
        } finally {
            session.unbindAndClose();
        }
    }

    private static SmsAccount account(AccountValues values) {
        Integer port = values.number("port");
        Integer window = values.number("window");
        Integer hours = values.number("validityHours");
        Duration validity = hours == null ? null : Duration.ofHours(hours);
        ReceiptIdStyle receiptIds = values.choice("receiptIds", ReceiptIdStyle.class);
        SmsOptions options = new SmsOptions(
                null, null, null, null, null, window, values.number("rate"), null, null, null, receiptIds, validity);
        return new SmsAccount(
                values.tenant(),
                values.name(),
                values.get("host"),
                port == null ? SmsAccount.DEFAULT_PORT : port,
                Boolean.TRUE.equals(values.flag("tls")),
                values.get("systemId"),
                values.get("password"),
                values.get("sender"),
                values.get("region"),
                options);
    }
}
