package io.parcours.connector.telephony;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Texts;
import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a call says, in the pieces of which it is recorded: the journey's text, then which key means what. Calls have no operator in
 * force, so that each is asked for by its operator.
 */
final class SpokenWords {

    private static final Logger log = LoggerFactory.getLogger(SpokenWords.class);
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

    List<Piece> pieces(String tenant, Utterance utterance) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(
                utterance.code(), utterance.language(), utterance.text().strip()));
        if (utterance.expects() == Expectation.CHOICE) {
            for (int i = 0; i < utterance.choices().size(); i++) {
                pieces.addAll(choice(tenant, utterance.choices().get(i), utterance.language(), i + 1));
            }
        } else if (utterance.asks()) {
            pieces.add(piece(tenant, "voice.hash", utterance.language()));
        }
        return pieces;
    }

    /** "For English," and "press 2.", in the choice's own language where it has one. */
    List<Piece> choice(String tenant, Choice choice, String language, int key) {
        String spoken = choice.language() == null ? language : choice.language();
        String words = text(tenant, "voice.option", spoken, choice.label());
        return List.of(
                new Piece(choice.id().replace('#', '.'), spoken, words), piece(tenant, "voice.key." + key, spoken));
    }

    /** How long a caller may think about a question; empty where it is no longer than about any other. */
    Optional<Duration> patience(OutboundMessage question) {
        return Optional.ofNullable(question.code()).flatMap(texts::timeout);
    }

    /** Said where the journey has nothing to say, before the call ends. */
    Utterance noted(String tenant, String id, String language) {
        Piece noted = piece(tenant, NOTED, language);
        return new Utterance(id, NOTED, language, noted.text(), List.of(), Expectation.NOTHING, true);
    }

    private Piece piece(String tenant, String code, String language) {
        return new Piece(code, language, text(tenant, code, language, ""));
    }

    /** In the operator's own words; as shipped while nobody can ask for those. */
    private String text(String tenant, String code, String language, String value) {
        try {
            return TenantContext.call(tenant, () -> texts.text(code, language, name -> value));
        } catch (RuntimeException away) {
            log.warn(
                    "A call says {} as it is shipped ({})",
                    code,
                    away.getClass().getSimpleName());
            return Texts.filled(texts.shipped(code, language).orElseThrow(), name -> value);
        }
    }
}
