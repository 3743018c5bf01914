package io.parcours.connector.mail;

import io.parcours.connector.Discreet;
import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.Checks;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Problem;
import io.parcours.conversation.SendRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What came of a mail that was not taken, in the words of the port, and what it says about the account. */
final class SmtpOutcome {

    /** A mailbox that is full or unknown for now is so for a while; servers that greylist want some minutes. */
    private static final Duration RECIPIENT_LATER = Duration.ofMinutes(5);

    /** Who we are is not what the server wants to know: no mail would fare better. */
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

    private static final Pattern ENHANCED = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private final MailLine line;
    private final Checks checks;

    SmtpOutcome(MailLine line, Checks checks) {
        this.line = line;
        this.checks = checks;
    }

    /** @param left whether the mail itself had begun to be written to the wire */
    RuntimeException of(MessagingException failure, boolean left) {
        Answer answer = answer(failure);
        if (failure instanceof AuthenticationFailedException || NOT_LET_IN.contains(answer.code())) {
            checks.down(line, problem("SMTP", failure), line.account().web().checkAgain());
            return new ChannelUnavailable(said(answer), Discreet.copy(failure));
        }
        if (answer.code() >= 500) {
            SendRefused.Kind kind = answer.recipient() ? SendRefused.Kind.NOT_HERE : SendRefused.Kind.PERHAPS_LATER;
            return new SendRefused(kind, answer.name(), said(answer), Discreet.copy(failure));
        }
        if (answer.code() >= 400) {
            Duration pause =
                    answer.recipient() ? RECIPIENT_LATER : line.health().tooMuch();
            return new ChannelUnavailable(said(answer), pause, Discreet.copy(failure));
        }
        if (left) {
            // Whatever keeps it from answering would keep each sender for as long.
            line.health().tooMuch();
            return new OutcomeUnknown("No answer from " + address(), Discreet.copy(failure));
        }
        checks.down(line, problem("SMTP", failure), Checks.FIRST);
        return new ChannelUnavailable("No connection to " + address(), Discreet.copy(failure));
    }

    /**
     * What is wrong with the account, in words for its operator; the server's own may repeat an address.
     *
     * @param server of which kind it is: SMTP or IMAP
     */
    static Problem problem(String server, Exception failure) {
        Answer answer = answer(failure);
        if (failure instanceof AuthenticationFailedException || NOT_LET_IN.contains(answer.code())) {
            return Problem.of("email.login", server);
        }
        if (String.valueOf(failure.getMessage()).contains("STARTTLS is required")) {
            return Problem.of("email.plain", server);
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Problem.of("email.unreachable", server, root.getClass().getSimpleName());
    }

    /** Whether nobody was there who could have said what is wrong. */
    static boolean away(Problem problem) {
        return problem.code().equals("email.unreachable");
    }

    /** Recipients' answers hang behind the failure's own. */
    private static Answer answer(Exception failure) {
        Set<Exception> chain = new LinkedHashSet<>();
        Exception next = failure;
        while (next instanceof MessagingException && chain.add(next)) {
            next = ((MessagingException) next).getNextException();
        }
        return chain.stream()
                .map(SmtpOutcome::told)
                .flatMap(Optional::stream)
                .reduce((before, after) -> after.recipient() || before.code() <= 0 ? after : before)
                .orElse(new Answer(-1, false, ""));
    }

    private static Optional<Answer> told(Exception failure) {
        if (failure instanceof SMTPAddressFailedException recipient) {
            return Optional.of(Answer.of(recipient.getReturnCode(), true, recipient.getMessage()));
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return Optional.of(Answer.of(sender.getReturnCode(), false, sender.getMessage()));
        }
        if (failure instanceof SMTPSendFailedException sent) {
            return Optional.of(Answer.of(sent.getReturnCode(), false, sent.getMessage()));
        }
        return Optional.empty();
    }

    private String said(Answer answer) {
        return address() + " answered " + answer.name() + (answer.recipient() ? " to the recipient" : "");
    }

    private String address() {
        return line.account().submission().address();
    }

    /**
     * @param code of three digits; -1 where none came
     * @param recipient whether it is about the one who was to get it
     * @param name the code, and the finer one (RFC 3463) where the server has it
     */
    private record Answer(int code, boolean recipient, String name) {

        static Answer of(int code, boolean recipient, String words) {
            Matcher finer = ENHANCED.matcher(String.valueOf(words));
            return new Answer(code, recipient, code + (finer.find() ? " " + finer.group(1) : ""));
        }
    }
}
