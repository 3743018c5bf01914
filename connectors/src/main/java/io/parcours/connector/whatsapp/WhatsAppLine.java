package io.parcours.connector.whatsapp;

import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.connector.web.MetaLine;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** A business number at work. */
final class WhatsAppLine extends MetaLine {

    private final WhatsAppAccount account;
    private final CloudApi api;
    private final Shelf shelf = new Shelf();

    WhatsAppLine(WhatsAppAccount account, Clock clock) {
        super(WhatsAppChannel.NAME, account, clock);
        this.account = account;
        this.api = new CloudApi(account);
    }

    @Override
    public WhatsAppAccount account() {
        return account;
    }

    /** What is known of its templates. */
    Shelf shelf() {
        return shelf;
    }

    CloudApi api() {
        return api;
    }

    @Override
    public Meaning meaning(MetaAnswer answer) {
        return ErrorCodes.of(answer.status(), answer.code(), answer.subcode());
    }

    @Override
    protected CompletionStage<MetaAnswer> check() {
        return api.check();
    }
}
