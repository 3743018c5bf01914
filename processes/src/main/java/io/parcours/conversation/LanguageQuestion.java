package io.parcours.conversation;

import io.parcours.engine.Journeys;
import io.parcours.engine.StepContext;
import io.parcours.engine.Variable;
import io.parcours.engine.Variables;
import io.parcours.language.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks a caller whose language nobody knows for it, before the first question of the journey. It takes a round of that
 * question: the model goes back, as it does after an answer that was not understood, and finds the language known. Where people
 * write nothing is asked.
 */
@Component
class LanguageQuestion {

    static final String CODE = "language";

    private static final Variable<Boolean> ASKING = Variable.of("languageAsking", Boolean.class);
    private static final Variable<Integer> TRIES = Variable.of("languageTries", Integer.class);

    /** Then the case goes on in French; the next call asks again. */
    private static final int MOST_TRIES = 2;

    private final MessageRepository messages;
    private final ConversationRepository conversations;
    private final Outbox outbox;
    private final Line line;
    private final Texts texts;
    private final Phrasing phrasing;
    private final Preferences preferences;
    private final ObjectProvider<Journeys> journeys;

    LanguageQuestion(
            MessageRepository messages,
            ConversationRepository conversations,
            Outbox outbox,
            Line line,
            Texts texts,
            Phrasing phrasing,
            Preferences preferences,
            ObjectProvider<Journeys> journeys) {
        this.messages = messages;
        this.conversations = conversations;
        this.outbox = outbox;
        this.line = line;
        this.texts = texts;
        this.phrasing = phrasing;
        this.preferences = preferences;
        this.journeys = journeys;
    }

    /**
     * @param expected by the journey's question: one that keys cannot answer leaves the call at once, and is no reason to ask
     * @return whether this round is about the language, and the journey's own question waits
     */
    boolean askedFirst(StepContext step, Conversation conversation, Expectation expected) {
        boolean asked = !conversation.languageKnown()
                && expected.byKeys()
                && tries(step) < MOST_TRIES
                && spoken(conversation)
                && ask(step, conversation);
        if (asked || asking(step)) {
            step.set(ASKING, asked);
        }
        return asked;
    }

    boolean asking(StepContext step) {
        return Boolean.TRUE.equals(step.get(ASKING));
    }

    /** @return whether the round is over: answered, not heard, or the case speaks elsewhere now */
    boolean takeAnswer(StepContext step, Conversation conversation) {
        boolean over = tries(step) >= MOST_TRIES || !spoken(conversation);
        if (!over) {
            Optional<Message> unread = messages.takeUnreadHere(conversation, step.get(SubscriberDialogue.ASKED));
            unread.ifPresent(message -> understand(step, conversation, message));
            over = unread.isPresent();
        }
        if (over) {
            step.set(SubscriberDialogue.ANSWER_STATE, AnswerState.AGAIN);
        }
        return over;
    }

    /** The caller hung up before the answer: the journey asks its own question, wherever the customer can be reached. */
    void unheard(String caseNumber) {
        conversations.lockOfCase(caseNumber).ifPresent(conversation -> {
            journeys.getObject().set(caseNumber, Variables.with(TRIES, MOST_TRIES));
            journeys.getObject().signal(conversation.journey() + ".answered", caseNumber);
        });
    }

    /** Each in its own language. */
    List<Choice> choices(Conversation conversation) {
        return texts.choices(CODE, conversation.language());
    }

    private boolean ask(StepContext step, Conversation conversation) {
        Wording wording = phrasing.of(step, conversation, CODE, CODE, choices(conversation), Expectation.CHOICE)
                .here();
        Optional<Long> number = outbox.sendHere(step.attempt().beside(CODE), conversation, wording);
        number.ifPresentOrElse(asked -> step.set(SubscriberDialogue.ASKED, asked), () -> step.set(TRIES, MOST_TRIES));
        return number.isPresent();
    }

    private void understand(StepContext step, Conversation conversation, Message message) {
        // By the choice alone: which key means what, only the channel knows.
        Optional<Language> language = Optional.ofNullable(message.choice())
                .filter(choice -> choice.startsWith(CODE + "#"))
                .flatMap(choice -> Language.of(choice.substring(CODE.length() + 1)));
        language.ifPresentOrElse(
                chosen -> preferences.chosen(conversation.customerId(), chosen, step.caseNumber()),
                () -> step.set(TRIES, tries(step) + 1));
    }

    private boolean spoken(Conversation conversation) {
        return line.channel(conversation.channel()).spoken();
    }

    private static int tries(StepContext step) {
        return Optional.ofNullable(step.get(TRIES)).orElse(0);
    }
}
