package io.parcours.conversation;

import io.parcours.media.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a subscriber wrote, as a connector normalised it.
 *
 * @param account the tenant's account on the channel by which it came
 * @param externalId the provider's id of this message; the same id again is a copy and changes nothing
 * @param from the subscriber's address, to which answers go; for SMS the MSISDN in E.164 with its plus sign
 * @param text what was written; of one part only where {@code part} is present; empty where only something was attached
 * @param part where the text is one part of a longer one
 * @param choice the {@link Choice#id} of the button or list row that was touched; {@code text} is then its label
 * @param person what the provider knows of who wrote
 * @param file the attachment's octets, where they came with the message; else they are fetched afterwards
 * @param answers the provider's ids of messages of ours to which it is an answer, the nearest first, where the subscriber's
 *     program says so: those of a mail's thread, the message that was quoted or whose button was touched
 */
public record InboundMessage(
        String tenant,
        String channel,
        String account,
        String externalId,
        String from,
        String text,
        Instant at,
        Optional<Part> part,
        Optional<String> choice,
        Optional<Attachment> attachment,
        Person person,
        Optional<Content> file,
        List<String> answers) {

    public InboundMessage {
        answers = List.copyOf(answers);
    }

    /** With everything but a file's octets, and in answer to nothing. */
    public InboundMessage(
            String tenant,
            String channel,
            String account,
            String externalId,
            String from,
            String text,
            Instant at,
            Optional<Part> part,
            Optional<String> choice,
            Optional<Attachment> attachment,
            Person person) {
        this(
                tenant,
                channel,
                account,
                externalId,
                from,
                text,
                at,
                part,
                choice,
                attachment,
                person,
                Optional.empty(),
                List.of());
    }

    /** Text alone. */
    public InboundMessage(
            String tenant,
            String channel,
            String account,
            String externalId,
            String from,
            String text,
            Instant at,
            Optional<Part> part) {
        this(
                tenant,
                channel,
                account,
                externalId,
                from,
                text,
                at,
                part,
                Optional.empty(),
                Optional.empty(),
                Person.UNKNOWN);
    }

    /** The same, as an answer to these messages of ours. */
    public InboundMessage answering(List<String> ids) {
        return new InboundMessage(
                tenant, channel, account, externalId, from, text, at, part, choice, attachment, person, file, ids);
    }

    /**
     * One part of a concatenated text.
     *
     * @param reference what the parts of one text share
     * @param number from 1
     * @param total how many parts the text has
     */
    public record Part(String reference, int number, int total) {}

    /**
     * Who wrote, on the provider's word.
     *
     * @param name as they call themselves there; null where not told
     * @param msisdn their telephone number in E.164 with its plus sign; null where not told
     * @param alsoAt their other addresses on the same channel
     * @param customer whose invitation they followed ({@link Channel#invitation}); null where they followed none of ours
     */
    public record Person(String name, String msisdn, List<String> alsoAt, UUID customer) {

        public static final Person UNKNOWN = new Person(null, null, List.of());

        public Person {
            alsoAt = List.copyOf(alsoAt);
        }

        public Person(String name, String msisdn, List<String> alsoAt) {
            this(name, msisdn, alsoAt, null);
        }

        /** Somebody of whom nothing is known but whose invitation they followed. */
        public static Person invited(UUID customer) {
            return new Person(null, null, List.of(), customer);
        }
    }
}
