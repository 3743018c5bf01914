package io.parcours.conversation;

import io.parcours.engine.Dialogue;
import io.parcours.engine.StepContext;
import io.parcours.engine.Variable;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.Tenants;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.springframework.stereotype.Component;

/** How journeys speak with subscribers: in the customer's language, on the conversation of the case. */
@Component
public class SubscriberDialogue implements Dialogue {

    /** The answer to the last question: an option's value, or free text. */
    public static final Variable<String> ANSWER = Variable.of("answer", String.class);
    /** How the last question went. */
    public static final Variable<AnswerState> ANSWER_STATE = Variable.of("answerState", AnswerState.class);

    static final Variable<Integer> ATTEMPTS = Variable.of("askAttempts", Integer.class);

    /** The number of the question in the conversation: no earlier message can say yes or no to it. */
    static final Variable<Long> ASKED = Variable.of("askedNumber", Long.class);

    /** The engine keeps texts of up to 4,000 characters; the whole one is with its message. */
    private static final int LONGEST_VARIABLE = 2_000;

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final Outbox outbox;
    private final Enclosures enclosures;
    private final Texts texts;
    private final Phrasing phrasing;
    private final LanguageQuestion languages;
    private final Tenants tenants;
    private final Facts facts;
    private final Clock clock;

    SubscriberDialogue(
            ConversationRepository conversations,
            MessageRepository messages,
            Outbox outbox,
            Enclosures enclosures,
            Texts texts,
            Phrasing phrasing,
            LanguageQuestion languages,
            Tenants tenants,
            Facts facts,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.outbox = outbox;
        this.enclosures = enclosures;
        this.texts = texts;
        this.phrasing = phrasing;
        this.languages = languages;
        this.tenants = tenants;
        this.facts = facts;
        this.clock = clock;
    }

    /** Tells the subscriber the text of this code; where the customer cannot be written to, nothing leaves. */
    public void say(StepContext step, String code) {
        conversations
                .ofCase(step.caseNumber())
                .ifPresent(conversation -> send(step, conversation, code, code, List.of(), Expectation.NOTHING));
    }

    @Override
    public void ask(StepContext step) {
        if (step.get(ANSWER_STATE) != AnswerState.AGAIN) {
            step.set(ATTEMPTS, 0);
        }
        step.set(ANSWER, null);
        step.set(ANSWER_STATE, null);
        conversations
                .ofCase(step.caseNumber())
                .filter(conversation -> !languages.askedFirst(step, conversation, expected(step)))
                .ifPresent(conversation -> ask(step, conversation));
    }

    private Expectation expected(StepContext step) {
        return texts.expects(step.input("question"), "fr");
    }

    private void ask(StepContext step, Conversation conversation) {
        String code = step.input("question");
        boolean again = Optional.ofNullable(step.get(ATTEMPTS)).orElse(0) > 0;
        String language = conversation.language();
        List<Choice> choices = texts.choices(code, language);
        boolean ownWords = again && texts.find(code + ".again", "fr").isPresent();
        long number = send(
                step, conversation, code, ownWords ? code + ".again" : code, choices, texts.expects(code, language));
        step.set(ASKED, number);
    }

    @Override
    public boolean takeAnswer(StepContext step) {
        Optional<Conversation> found = conversations.lockOfCase(step.caseNumber());
        if (found.isEmpty()) {
            step.set(ANSWER_STATE, AnswerState.UNREACHABLE);
            return true;
        }
        Conversation conversation = found.get();
        // Who asked last gets the reply, where several cases share the conversation.
        conversations.serve(conversation.id(), step.caseNumber());
        if (languages.asking(step)) {
            return languages.takeAnswer(step, conversation);
        }
        Question question = texts.question(step.input("question"), conversation.language());
        Optional<Message> unread = messages.takeUnread(conversation, question.isYesOrNo() ? step.get(ASKED) : 0);
        unread.ifPresent(message -> understand(step, conversation, question, message));
        return unread.isPresent();
    }

    private void understand(StepContext step, Conversation conversation, Question question, Message message) {
        Optional<String> answer = question.understand(message.choice(), message.text(), this::free);
        int attempts = Optional.ofNullable(step.get(ATTEMPTS)).orElse(0) + 1;
        AnswerState state = answer.isPresent()
                ? AnswerState.UNDERSTOOD
                : attempts < texts.attempts(question.code()) ? AnswerState.AGAIN : AnswerState.EXHAUSTED;
        step.set(ANSWER, StringUtils.left(answer.orElse(message.text()), LONGEST_VARIABLE));
        step.set(ANSWER_STATE, state);
        step.set(ATTEMPTS, state == AnswerState.AGAIN ? attempts : 0);
        facts.record(Fact.of(
                clock.instant(),
                state == AnswerState.UNDERSTOOD ? "answerUnderstood" : "answerNotUnderstood",
                step.caseNumber(),
                conversation.customerId(),
                null,
                Map.of("question", question.code(), "answer", answer.orElse(message.text()))));
    }

    private FreeAnswer free() {
        Tenant operator = tenants.current();
        return new FreeAnswer(operator.region(), LocalDate.ofInstant(clock.instant(), ZoneId.of(operator.zone())));
    }

    private long send(
            StepContext step,
            Conversation conversation,
            String code,
            String textCode,
            List<Choice> choices,
            Expectation expects) {
        Wording wording = phrasing.of(step, conversation, code, textCode, choices, expects);
        // Whoever is asked once more has the file and the person's words already.
        boolean words = textCode.equals(code) && texts.carriesPersonsWords(code);
        Optional<UUID> file = words ? enclosures.of(step.caseNumber()) : Optional.empty();
        Wording said = words ? wording.fromPerson() : wording;
        long number = outbox.send(
                step.attempt(),
                conversation,
                file.map(id -> said.enclosing(id, channel -> enclosures.words(id, channel, conversation.language())))
                        .orElse(said));
        file.ifPresent(id -> enclosures.left(step.caseNumber()));
        return number;
    }
}
