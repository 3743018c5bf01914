package io.parcours.connector.whatsapp;

import io.parcours.connector.web.WebLine;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A business number at work. */
final class WhatsAppLine extends WebLine {

    private final WhatsAppAccount account;
    private final CloudApi api;

    WhatsAppLine(WhatsAppAccount account, Clock clock) {
        super(WhatsAppChannel.NAME, account, clock);
        this.account = account;
        this.api = new CloudApi(account);
    }

    @Override
    public WhatsAppAccount account() {
        return account;
    }

    CloudApi api() {
        return api;
    }

    @Override
    public CompletionStage<Optional<String>> problem() {
        return api.check().thenApply(answer -> refusesUs(answer) ? Optional.of(refused(answer)) : Optional.empty());
    }

    static String refused(CloudAnswer answer) {
        return "Meta refuses the account (" + answer + "): check its token, permissions and phone number id";
    }

    /** Whoever has the messages but not this question answers that there is no such object: that is work, too. */
    private static boolean refusesUs(CloudAnswer answer) {
        return !answer.success()
                && answer.meaning() == ErrorCodes.Meaning.ACCOUNT
                && answer.subcode() != ErrorCodes.NO_SUCH_OBJECT;
    }
}
