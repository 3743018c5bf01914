package io.parcours.connector.telephony;

import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import io.parcours.telephony.Telephony;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says texts in calls that are up. Taken means put at the end of the call's script: how it went, a receipt tells. */
final class VoiceChannel implements Channel {

    static final String NAME = Telephony.CHANNEL;

    private static final int MOST_CHOICES = 9;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final VoiceLines lines;
    private final SpokenWords words;
    private final VoiceMeters meters;

    VoiceChannel(VoiceLines lines, SpokenWords words, VoiceMeters meters) {
        this.lines = lines;
        this.words = words;
        this.meters = meters;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** None: a conversation by voice is a call, and only the subscriber begins one here. */
    @Override
    public Optional<String> account(String tenant) {
        return Optional.empty();
    }

    @Override
    public boolean spoken() {
        return true;
    }

    @Override
    public boolean worthWaiting() {
        return false;
    }

    @Override
    public List<AccountState> states() {
        return lines.all().stream().map(Switchboard::state).toList();
    }

    @Override
    public Optional<Preview> preview(OutboundMessage message) {
        return lines.all().stream()
                .filter(board -> board.account().tenant().equals(message.tenant()))
                .findFirst()
                .map(board -> heard(board, message));
    }

    private Preview heard(Switchboard board, OutboundMessage message) {
        answerable(message);
        List<SpokenWords.Piece> pieces =
                words.pieces(message.tenant(), Utterance.of(message, language(board, message)));
        if (!lines.prompts().sayable(board.account(), pieces)) {
            throw refused("no-voice", "Nobody speaks it here, and it is not recorded");
        }
        List<String> said = pieces.stream().map(SpokenWords.Piece::text).toList();
        String keys = String.join(" ", said.subList(1, said.size()));
        List<String> spoken = keys.isEmpty() ? List.of(message.text()) : List.of(message.text(), keys);
        return Preview.choosing(spoken, Preview.Style.SPOKEN, null, List.of());
    }

    private static void answerable(OutboundMessage message) {
        if (message.expects() == Expectation.TEXT) {
            throw refused("needs-words", "Keys cannot answer it");
        }
        if (message.choices().size() > MOST_CHOICES) {
            throw refused("too-many-choices", "It has more choices than there are keys");
        }
    }

    private static String language(Switchboard board, OutboundMessage message) {
        return message.language() == null ? board.account().language() : message.language();
    }

    @Override
    public Delivery send(OutboundMessage message) {
        Switchboard board = lines.find(message.tenant(), message.account())
                .orElseThrow(() -> refused("no-account", "There is no such voice account"));
        return meters.sending(board.account(), () -> say(board, message));
    }

    private Delivery say(Switchboard board, OutboundMessage message) {
        Call call = board.reception()
                .call(message.to())
                .orElseThrow(() -> refused("no-call", "The subscriber is not on the telephone"));
        answerable(message);
        if (!board.state().works()) {
            throw new ChannelUnavailable(
                    "Voice account " + message.account() + ": " + board.state().problem(), SOON, null);
        }
        Utterance utterance =
                call.fitting(Utterance.of(message, language(board, message)).within(words.patience(message)));
        if (utterance.choices().isEmpty() && !message.choices().isEmpty()) {
            throw refused("no-voice", "None of its choices can be said");
        }
        if (!call.say(utterance)) {
            throw refused("hung-up", "The subscriber has hung up");
        }
        return new Delivery(List.of(utterance.id()));
    }

    private static SendRefused refused(String code, String reason) {
        return new SendRefused(SendRefused.Kind.NOT_HERE, code, reason, null);
    }
}
