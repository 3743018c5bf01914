package io.parcours.connector.telephony;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a call says, in the pieces of which it is recorded: the journey's text, then which key means what. */
final class SpokenWords {

    private static final String NOTED = "voice.noted";

    private final Texts texts;

    SpokenWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param code by which a recording is found; null where there can be none
     * @param text what a voice says in its place
     */
    record Piece(String code, String language, String text) {}

    List<Piece> pieces(Utterance utterance) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(
                utterance.code(), utterance.language(), utterance.text().strip()));
        if (utterance.expects() == Expectation.CHOICE) {
            for (int i = 0; i < utterance.choices().size(); i++) {
                pieces.addAll(choice(utterance.choices().get(i), utterance.language(), i + 1));
            }
        } else if (utterance.asks()) {
            pieces.add(piece("voice.hash", utterance.language()));
        }
        return pieces;
    }

    /** "For English," and "press 2.", in the choice's own language where it has one. */
    List<Piece> choice(Choice choice, String language, int key) {
        String spoken = choice.language() == null ? language : choice.language();
        String words = texts.text("voice.option", spoken, name -> choice.label());
        return List.of(new Piece(choice.id().replace('#', '.'), spoken, words), piece("voice.key." + key, spoken));
    }

    /** How long a caller may think about a question; empty where it is no longer than about any other. */
    Optional<Duration> patience(OutboundMessage question) {
        return Optional.ofNullable(question.code()).flatMap(texts::timeout);
    }

    /** Said where the journey has nothing to say, before the call ends. */
    Utterance noted(String id, String language) {
        Piece noted = piece(NOTED, language);
        return new Utterance(id, NOTED, language, noted.text(), List.of(), Expectation.NOTHING, true);
    }

    private Piece piece(String code, String language) {
        return new Piece(code, language, texts.text(code, language, name -> ""));
    }
}
