package io.parcours.connector.mail;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Problem;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Mailboxes, as they are set up while the platform runs. */
final class MailAccountKind implements AccountKind {

    private static final List<AccountField> FIELDS = List.of(
            AccountField.required("address", "service@operator.example"),
            AccountField.required("sender", "Sahel Mobile"),
            AccountField.required("smtp", "smtps://smtp.operator.example"),
            AccountField.required("imap", "imaps://imap.operator.example"),
            AccountField.required("user", "service@operator.example"),
            AccountField.secret("password"),
            AccountField.optional("subject", "{sender} : votre demande"),
            AccountField.optional("rate", "10"));

    private final WebLines<MailLine> lines;
    private final Mailboxes mailboxes;
    private final Checks checks;
    private final ChannelMeters meters;
    private final Clock clock;

    MailAccountKind(WebLines<MailLine> lines, Mailboxes mailboxes, Checks checks, ChannelMeters meters, Clock clock) {
        this.lines = lines;
        this.mailboxes = mailboxes;
        this.checks = checks;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return MailChannel.NAME;
    }

    @Override
    public List<AccountField> fields() {
        return FIELDS;
    }

    @Override
    public void open(AccountValues values) {
        MailLine line = new MailLine(account(values), clock);
        lines.open(line).ifPresent(this::leave);
        meters.watch(line);
        mailboxes.open(line);
        checks.begin(line);
    }

    @Override
    public void close(String tenant, String name) {
        lines.close(tenant, name).ifPresent(this::leave);
    }

    /** Logs in at both servers. */
    @Override
    public Optional<Problem> test(AccountValues values) {
        MailAccount account = account(values);
        return SmtpConnection.problem(account).or(() -> mailboxProblem(account));
    }

    private static Optional<Problem> mailboxProblem(MailAccount account) {
        Wire wire = new Wire();
        try {
            Sessions.login(account, wire).getFolder("INBOX").open(Folder.READ_ONLY);
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(SmtpOutcome.problem("IMAP", failure));
        } finally {
            wire.cut();
        }
    }

    private void leave(MailLine line) {
        meters.forget(line);
        mailboxes.close(line);
    }

    private static MailAccount account(AccountValues values) {
        MailOptions options = new MailOptions(
                null,
                null,
                values.number("rate"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                values.get("subject"),
                null);
        return new MailAccount(
                values.tenant(),
                values.name(),
                server(values, "smtp"),
                server(values, "imap"),
                values.get("address"),
                values.get("sender"),
                options);
    }

    /** One login serves for both, and stands apart from the addresses, so that these can be shown. */
    private static String server(AccountValues values, String kind) {
        String[] url = String.valueOf(values.get(kind)).strip().split("://", 2);
        MailAccount.CHECK.require(url.length == 2 && !url[1].contains("@"), Problem.of("account.serverBare", kind));
        return url[0] + "://" + encoded(values.get("user")) + ":" + encoded(values.get("password")) + "@" + url[1];
    }

    private static String encoded(String part) {
        return URLEncoder.encode(String.valueOf(part), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
