package io.parcours.conversation;

import io.parcours.conversation.PartRepository.Parts;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.customer.Customers.Recognised;
import io.parcours.decisions.InboundRouting;
import io.parcours.decisions.InboundRouting.Arrival;
import io.parcours.decisions.InboundRouting.Route;
import io.parcours.engine.Journeys;
import io.parcours.engine.Variables;
import io.parcours.media.MediaFiles;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a message that came in, in one transaction: it is stored once, its customer and conversation are found or
 * opened, and its journey is moved or started. A message that no journey waits for stays unread and is never lost.
 */
@Component
class Arrivals {

    private final Customers customers;
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final PartRepository parts;
    private final Receipts receipts;
    private final Journeys journeys;
    private final Cases cases;
    private final Preferences preferences;
    private final InboundRouting routing;
    private final MediaFiles files;
    private final Facts facts;
    private final CaseMoves moves;

    Arrivals(
            Customers customers,
            ConversationRepository conversations,
            MessageRepository messages,
            PartRepository parts,
            Receipts receipts,
            Journeys journeys,
            Cases cases,
            Preferences preferences,
            InboundRouting routing,
            MediaFiles files,
            Facts facts,
            CaseMoves moves) {
        this.customers = customers;
        this.conversations = conversations;
        this.messages = messages;
        this.parts = parts;
        this.receipts = receipts;
        this.journeys = journeys;
        this.cases = cases;
        this.preferences = preferences;
        this.routing = routing;
        this.files = files;
        this.facts = facts;
        this.moves = moves;
    }

    @Transactional
    void accept(InboundMessage message) {
        if (message.part().isEmpty()) {
            acceptWhole(message);
        } else if (!messages.known(message.channel(), message.externalId())) {
            parts.add(message, message.part().get()).forEach(this::acceptWhole);
        }
    }

    @Transactional
    void accept(InboundMessage answer, Receipt heard) {
        receipts.accept(heard);
        accept(answer);
    }

    /** What is here of a text of which a part is missing. */
    @Transactional
    void accept(Parts incomplete) {
        parts.giveUp(incomplete).ifPresent(this::acceptWhole);
    }

    /** Answers will go to the new address; what is open continues there. */
    @Transactional
    void accept(AddressChange change) {
        customers
                .at(new ContactPoint(change.channel(), change.from()))
                .ifPresent(customer -> customers.recognise(
                        List.of(
                                new ContactPoint(change.channel(), change.from()),
                                new ContactPoint(change.channel(), change.to())),
                        null));
    }

    private void acceptWhole(InboundMessage message) {
        Recognised customer = recognise(message);
        UUID id = conversations.open(customer.customerId(), message.channel(), message.account(), message.from());
        // A stranger is this transaction's own: nobody else sees them yet, and nothing is known of them.
        Conversation conversation = customer.known() ? conversations.lock(id) : conversations.find(id);
        if (customer.known() && messages.known(message.channel(), message.externalId())) {
            return;
        }
        if (message.attachment().filter(Attachment::saysNothing).isPresent()) {
            store(conversation, message, conversation.caseNumber());
            return;
        }
        Route route =
                routing.decide(Arrival.ofText(message.channel(), message.account(), message.text(), customer.known()));
        boolean goesOn = customer.known() && !route.interrupts();
        Optional<String> answered = goesOn ? answered(conversation, message) : Optional.empty();
        Optional<Conversation> serving = answered.map(caseNumber -> serving(conversation, caseNumber))
                .or(() -> goesOn ? serving(conversation) : Optional.empty());
        if (message.attachment().filter(Attachment::comes).isPresent()) {
            store(conversation, message, serving.map(Conversation::caseNumber).orElse(null));
        } else if (serving.isEmpty()) {
            if (customer.known()) {
                preferences.used(customer.customerId(), message.channel());
            }
            open(conversation, message, journeys.exists(route.journey()) ? route.journey() : Route.UNROUTED);
        } else {
            store(conversation, message, serving.get().caseNumber(), true, answered.isPresent());
            journeys.signal(serving.get().journey() + ".answered", serving.get().caseNumber());
        }
    }

    /** Whoever followed an invitation of ours is the one who was invited, at this address too. */
    private Recognised recognise(InboundMessage message) {
        ContactPoint here = new ContactPoint(message.channel(), message.from());
        Optional.ofNullable(message.person().customer()).ifPresent(invited -> customers.reachedAlso(invited, here));
        return customers.recognise(contactPoints(message), message.person().name());
    }

    /** A telephone number is where the person can be reached by SMS as well, and tells more than a provider's id does. */
    private static List<ContactPoint> contactPoints(InboundMessage message) {
        List<ContactPoint> points = new ArrayList<>();
        points.add(new ContactPoint(message.channel(), message.from()));
        if (message.person().msisdn() != null) {
            points.add(new ContactPoint("sms", message.person().msisdn()));
        }
        message.person().alsoAt().forEach(address -> points.add(new ContactPoint(message.channel(), address)));
        return points.stream().distinct().toList();
    }

    /** The conversation with its case; a customer who goes on by another channel takes the open case along. */
    private Optional<Conversation> serving(Conversation conversation) {
        if (conversation.caseNumber() != null) {
            return Optional.of(conversation);
        }
        return conversations
                .openCaseElsewhere(conversation.customerId(), conversation.id())
                .map(caseNumber -> serving(conversation, caseNumber));
    }

    private Conversation serving(Conversation here, String caseNumber) {
        Conversation spoken = conversations.ofCase(caseNumber).orElseThrow();
        if (!spoken.id().equals(here.id())) {
            return moves.move(spoken, here.id());
        }
        conversations.serve(here.id(), caseNumber);
        return spoken;
    }

    /** The case that the message names by what it answers. */
    private Optional<String> answered(Conversation conversation, InboundMessage message) {
        return messages.caseAnswered(
                conversation.customerId(), message.channel(), message.account(), message.answers());
    }

    private void open(Conversation conversation, InboundMessage message, String journey) {
        String caseNumber = cases.reserve(journey, conversation.customerId(), conversation.id());
        store(conversation, message, caseNumber);
        cases.start(journey, caseNumber, conversation.customerId(), Variables.none());
    }

    /** What no journey has to read. */
    private void store(Conversation conversation, InboundMessage message, String caseNumber) {
        store(conversation, message, caseNumber, false, false);
    }

    private void store(
            Conversation conversation, InboundMessage message, String caseNumber, boolean unread, boolean meant) {
        messages.received(conversation, message, caseNumber, unread, meant, file(message));
        Map<String, Object> detail = new HashMap<>(Map.of("channel", message.channel(), "text", message.text()));
        message.attachment().ifPresent(attached -> detail.put("attached", attached.type()));
        facts.record(Fact.of(message.at(), "messageReceived", caseNumber, conversation.customerId(), null, detail));
    }

    /** Its octets are stored at once where they are here; else they are fetched when the message is committed. */
    private UUID file(InboundMessage message) {
        Attachment attached = message.attachment().filter(Attachment::isFile).orElse(null);
        if (attached == null) {
            return null;
        }
        String channel = message.channel();
        String account = message.account();
        return message.file()
                .map(content ->
                        files.keep(channel, account, attached.mediaId(), attached.mimeType(), attached.name(), content))
                .orElseGet(
                        () -> files.expect(channel, account, attached.mediaId(), attached.mimeType(), attached.name()));
    }
}
