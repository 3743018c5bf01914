package io.parcours.connector.mail;

import io.parcours.conversation.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Mail that nobody wrote: to answer it might never end, and it answers nothing (RFC 3834). */
final class AutomaticMail {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final List<String> MARKS =
            List.of("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe");
    private static final Pattern ABSENCE =
            Pattern.compile("(?iU)^(r[ée]ponse automatique|absence du bureau|absent du bureau|message d'absence"
                    + "|automatic reply|auto[- ]?reply|out of( the)? office|autoreply)\\b.*");
    private static final Pattern DAEMON = Pattern.compile("(mailer-daemon|postmaster|mail-daemon)@.*");

    private AutomaticMail() {}

    /** Why nothing acts on it; empty where a person seems to have written it. */
    static Optional<Problem> reason(Headers headers) {
        String submitted =
                headers.first("Auto-Submitted").toLowerCase(Locale.ROOT).split("[;\\s(]", 2)[0];
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return automatic("Auto-Submitted");
        }
        if (BULK.contains(headers.first("Precedence").toLowerCase(Locale.ROOT))) {
            return automatic("Precedence");
        }
        for (String mark : MARKS) {
            if (headers.has(mark)) {
                return automatic(mark);
            }
        }
        if (isFromNobody(headers)) {
            return Optional.of(Problem.of("notice.mail.automatic.nobody"));
        }
        return ABSENCE.matcher(headers.subject()).matches()
                ? Optional.of(Problem.of("notice.mail.automatic.subject"))
                : Optional.empty();
    }

    /** Mail systems write without a return path, so that nobody complains to them of their complaints. */
    static boolean isFromNobody(Headers headers) {
        return headers.first("Return-Path").replaceAll("\\s", "").equals("<>")
                || headers.sender()
                        .filter(sender -> DAEMON.matcher(sender.address()).matches())
                        .isPresent();
    }

    private static Optional<Problem> automatic(String mark) {
        return Optional.of(Problem.of("notice.mail.automatic", mark));
    }
}
