package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Discreet;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.Choice;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Departure;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import io.parcours.telephony.Insistence;
import io.parcours.tenant.TenantContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a call brings, put into the inbox in its order; tried again for a while where it cannot be stored. */
final class Story {

    private static final Logger log = LoggerFactory.getLogger(Story.class);

    private final CallMaker maker;
    private final String channel;
    private final Caller caller;
    private final Serial order;

    /** Read and written in this order's turns. */
    private boolean diverted;

    Story(CallMaker maker, String channel, Caller caller) {
        this.maker = maker;
        this.channel = channel;
        this.caller = caller;
        this.order = new Serial(maker.workforce().inbox());
    }

    Caller caller() {
        return caller;
    }

    /** The call itself: no words yet. @param stored told whether it is kept */
    void called(Consumer<Boolean> stored) {
        Instant at = maker.clock().instant();
        tell("call", inbox -> inbox.receive(message(channel, "", at, null, Attachment.other("call"))), stored);
    }

    /**
     * The question was heard, too; a node that ends in between knows both or neither.
     *
     * @param question the id of the question, which names its answer as well: no second one is taken
     */
    void answered(String question, String keys, Choice choice) {
        String text = choice == null ? keys : choice.label();
        answer("keys", question, text, choice == null ? null : choice.id(), null);
    }

    /** Nobody pressed a key: the journey counts it as an answer that it did not understand. */
    void silent(String question) {
        answer("silence", question, "", null, Attachment.other("no-key"));
    }

    private void answer(String kind, String question, String text, String choice, Attachment attachment) {
        Instant at = maker.clock().instant();
        InboundMessage answer = message(question + "-answer", text, at, choice, attachment);
        Receipt heard = receipt(question, DeliveryState.DELIVERED, null, null);
        tell(kind, inbox -> inbox.receive(answer, heard));
    }

    void heard(String utterance) {
        Receipt heard = receipt(utterance, DeliveryState.DELIVERED, null, null);
        tell("receipt", inbox -> inbox.receive(heard));
    }

    /** The call is over. A model that says what becomes of it wants nothing said elsewhere. */
    void left() {
        Departure departure = new Departure(
                maker.account().tenant(), VoiceChannel.NAME, maker.account().name(), caller.address());
        tell("departure", inbox -> diverted = inbox.left(departure));
    }

    /** Must reach the customer by another channel, unless the model goes another way. @param code why, in a word */
    void unheard(String utterance, String code) {
        tell(
                "receipt",
                inbox -> inbox.receive(receipt(
                        utterance, DeliveryState.UNDELIVERABLE, code, diverted ? null : SendRefused.Kind.NOT_HERE)));
    }

    void notice(Problem reason, JsonNode payload) {
        Notice notice = new Notice(
                maker.account().tenant(),
                VoiceChannel.NAME,
                maker.account().name(),
                Notice.Kind.NEWS,
                reason,
                payload.toString(),
                maker.clock().instant());
        tell("notice", inbox -> inbox.keep(notice));
    }

    private Receipt receipt(String utterance, DeliveryState state, String code, SendRefused.Kind refusal) {
        return new Receipt(
                maker.account().tenant(),
                VoiceChannel.NAME,
                maker.account().name(),
                utterance,
                state,
                maker.clock().instant(),
                code,
                refusal);
    }

    private InboundMessage message(String id, String text, Instant at, String choice, Attachment attachment) {
        return new InboundMessage(
                maker.account().tenant(),
                VoiceChannel.NAME,
                maker.account().name(),
                id,
                caller.address(),
                text,
                at,
                Optional.empty(),
                Optional.ofNullable(choice),
                Optional.ofNullable(attachment),
                caller.person());
    }

    private void tell(String kind, Consumer<Inbox> what) {
        tell(kind, what, stored -> {});
    }

    private void tell(String kind, Consumer<Inbox> what, Consumer<Boolean> stored) {
        order.execute(() -> stored.accept(stored(kind, what)));
    }

    private boolean stored(String kind, Consumer<Inbox> what) {
        VoiceAccount account = maker.account();
        boolean kept = Insistence.written(
                () -> TenantContext.run(account.tenant(), () -> what.accept(maker.inbox())), failure -> {
                    maker.meters().received(account, "failed");
                    log.error(
                            "A {} of a call to {}/{} was not stored",
                            kind,
                            account.tenant(),
                            account.name(),
                            Discreet.copy(failure));
                });
        if (kept) {
            maker.meters().received(account, kind);
        }
        return kept;
    }
}
