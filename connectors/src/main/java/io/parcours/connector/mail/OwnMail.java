package io.parcours.connector.mail;

import io.parcours.conversation.Problem;
import java.util.Locale;
import java.util.Optional;

/** Mail that we wrote ourselves, and that comes back by a list, a rule or a wrong address. */
final class OwnMail {

    private OwnMail() {}

    /** Why nothing acts on it; empty where somebody else wrote it. */
    static Optional<Problem> reason(Headers headers, MailAccount account) {
        boolean from = headers.sender()
                .filter(sender -> sender.address().equals(account.address()))
                .isPresent();
        boolean named = headers.messageId().filter(id -> isOurs(id, account)).isPresent();
        return from || named ? Optional.of(Problem.of("notice.mail.own")) : Optional.empty();
    }

    /** Whether we gave this id to a mail: a message's UUID at the account's domain. */
    static boolean isOurs(String messageId, MailAccount account) {
        return messageId.matches("<\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}@.*")
                && messageId.toLowerCase(Locale.ROOT).endsWith("@" + account.domain() + ">");
    }
}
