package io.parcours.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way out, in the subscriber's language.
 *
 * @param account the tenant's account on the channel by which it leaves
 * @param to the contact point's address; for SMS the MSISDN in E.164 with its plus sign
 * @param choices the answers to choose from, in order; empty for a statement or a free question. The channel shows them in
 *     its own way: SMS as numbered lines after the text, WhatsApp as buttons or a list
 * @param expects what answer is wanted; {@link Expectation#CHOICE} where there are choices
 * @param template what must leave in place of the text, where the channel allows no free text now
 * @param code of the text, for a channel that has its own rendering of it, such as a recording; null where it has none
 * @param language of the text; null where it is not known
 * @param file that goes with it, on channels that carry files
 * @param late whether it may be free text only because a person wrote it: after {@link Channel#freeTextWindow}, within
 *     {@link Channel#replyWindow}
 */
public record OutboundMessage(
        UUID id,
        String tenant,
        String account,
        String to,
        String text,
        List<Choice> choices,
        Expectation expects,
        Optional<Template> template,
        String code,
        String language,
        Optional<OutboundFile> file,
        boolean late) {

    public OutboundMessage {
        choices = List.copyOf(choices);
    }

    /** As free text or as a template, whoever wrote it. */
    public OutboundMessage(
            UUID id,
            String tenant,
            String account,
            String to,
            String text,
            List<Choice> choices,
            Expectation expects,
            Optional<Template> template,
            String code,
            String language,
            Optional<OutboundFile> file) {
        this(id, tenant, account, to, text, choices, expects, template, code, language, file, false);
    }

    /** Without a file. */
    public OutboundMessage(
            UUID id,
            String tenant,
            String account,
            String to,
            String text,
            List<Choice> choices,
            Expectation expects,
            Optional<Template> template,
            String code,
            String language) {
        this(id, tenant, account, to, text, choices, expects, template, code, language, Optional.empty());
    }

    /** For a channel on which neither the code nor the language matters. */
    public OutboundMessage(
            UUID id,
            String tenant,
            String account,
            String to,
            String text,
            List<Choice> choices,
            Expectation expects,
            Optional<Template> template) {
        this(id, tenant, account, to, text, choices, expects, template, null, null);
    }

    /** A statement, or a question with choices. */
    public OutboundMessage(
            UUID id,
            String tenant,
            String account,
            String to,
            String text,
            List<Choice> choices,
            Optional<Template> template) {
        this(
                id,
                tenant,
                account,
                to,
                text,
                choices,
                choices.isEmpty() ? Expectation.NOTHING : Expectation.CHOICE,
                template);
    }

    /** Free text. */
    public OutboundMessage(UUID id, String tenant, String account, String to, String text, List<Choice> choices) {
        this(id, tenant, account, to, text, choices, Optional.empty());
    }
}
