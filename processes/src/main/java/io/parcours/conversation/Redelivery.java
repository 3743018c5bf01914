package io.parcours.conversation;

import io.parcours.conversation.OutboxRepository.Undelivered;
import io.parcours.engine.Attempt;
import io.parcours.engine.BackgroundTask;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A provider took a message and said afterwards that it cannot deliver it: it leaves once more, as a template where that
 * helps, else by the customer's next channel; what broke off while somebody listened is said to them once more. A case that has
 * ended meanwhile says it all the same.
 */
@Component
class Redelivery implements BackgroundTask {

    static final String TASK = "redelivery";

    private final OutboxRepository repository;
    private final ConversationRepository conversations;
    private final Outbox outbox;
    private final LanguageQuestion languages;
    private final Texts texts;
    private final Enclosures enclosures;

    Redelivery(
            OutboxRepository repository,
            ConversationRepository conversations,
            Outbox outbox,
            LanguageQuestion languages,
            Texts texts,
            Enclosures enclosures) {
        this.repository = repository;
        this.conversations = conversations;
        this.outbox = outbox;
        this.languages = languages;
        this.texts = texts;
        this.enclosures = enclosures;
    }

    @Override
    public String name() {
        return TASK;
    }

    /** @param argument the message's id, a space, what would help */
    @Override
    public void run(String argument, Attempt attempt) {
        String[] parts = argument.split(" ");
        SendRefused.Kind refusal = SendRefused.Kind.valueOf(parts[1]);
        repository
                .undelivered(UUID.fromString(parts[0]))
                .filter(message -> refusal != SendRefused.Kind.ELSEWHERE || message.isOfCase())
                .filter(message -> refusal == SendRefused.Kind.ONCE_MORE || !texts.here(message.code()))
                .ifPresent(message -> deliver(message, refusal, attempt));
    }

    /** A text that left where files are carried does not say yet where this one can be had. */
    private String words(Undelivered undelivered, Conversation conversation, String channel) {
        UUID file = undelivered.message().fileId();
        return file == null || !enclosures.carries(conversation.channel())
                ? ""
                : enclosures.words(file, channel, conversation.language());
    }

    private Expectation expects(Undelivered undelivered) {
        boolean asks = !undelivered.message().choices().isEmpty()
                || texts.find(undelivered.code() + ".kind", "fr").isPresent();
        return asks ? texts.expects(undelivered.code(), "fr") : Expectation.NOTHING;
    }

    private void deliver(Undelivered undelivered, SendRefused.Kind refusal, Attempt attempt) {
        boolean language = LanguageQuestion.CODE.equals(undelivered.code());
        if (language && refusal != SendRefused.Kind.ONCE_MORE) {
            languages.unheard(undelivered.caseNumber());
            return;
        }
        Conversation conversation =
                conversations.find(undelivered.message().conversationId()).serving(undelivered.caseNumber(), null);
        Wording wording = new Wording(
                undelivered.code(),
                channel -> undelivered.message().text(),
                language
                        ? languages.choices(conversation)
                        : undelivered.message().choices(),
                expects(undelivered),
                undelivered.purpose(),
                undelivered.template(),
                true,
                false,
                undelivered.byPerson(),
                null);
        outbox.sendInstead(
                new Attempt(undelivered.sendKey(), attempt.last()),
                undelivered.message(),
                conversation,
                wording.enclosing(undelivered.message().fileId(), channel -> words(undelivered, conversation, channel)),
                refusal);
    }
}
