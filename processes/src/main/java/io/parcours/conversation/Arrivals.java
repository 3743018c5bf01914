package io.parcours.conversation;

import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.decisions.InboundRouting;
import io.parcours.decisions.InboundRouting.Arrival;
import io.parcours.engine.Journeys;
import io.parcours.engine.Variables;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.util.Map;
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
    private final Journeys journeys;
    private final Cases cases;
    private final InboundRouting routing;
    private final Facts facts;

    Arrivals(
            Customers customers,
            ConversationRepository conversations,
            MessageRepository messages,
            PartRepository parts,
            Journeys journeys,
            Cases cases,
            InboundRouting routing,
            Facts facts) {
        this.customers = customers;
        this.conversations = conversations;
        this.messages = messages;
        this.parts = parts;
        this.journeys = journeys;
        this.cases = cases;
        this.routing = routing;
        this.facts = facts;
    }

    @Transactional
    void accept(InboundMessage message) {
        if (messages.known(message.channel(), message.externalId())) {
            return;
        }
        if (message.part().isPresent()) {
            parts.add(message, message.part().get()).ifPresent(this::acceptWhole);
        } else {
            acceptWhole(message);
        }
    }

    private void acceptWhole(InboundMessage message) {
        ContactPoint from = new ContactPoint(message.channel(), message.from());
        boolean known = customers.at(from).isPresent();
        UUID customerId = customers.atOrProspect(from);
        UUID id = conversations.open(customerId, message.channel(), message.account(), message.from());
        Conversation conversation = conversations.lock(id);
        if (messages.known(message.channel(), message.externalId())) {
            return;
        }
        if (conversation.caseNumber() == null) {
            open(conversation, message, known);
        } else {
            store(conversation, message, conversation.caseNumber(), true);
            journeys.signal(conversation.journey() + ".answered", conversation.caseNumber());
        }
    }

    private void open(Conversation conversation, InboundMessage message, boolean known) {
        String journey = routing.decide(Arrival.ofText(message.channel(), message.account(), message.text(), known))
                .journey();
        String caseNumber = cases.reserve(journey, conversation.customerId(), conversation.id());
        store(conversation, message, caseNumber, false);
        cases.start(journey, caseNumber, conversation.customerId(), Variables.none());
    }

    private void store(Conversation conversation, InboundMessage message, String caseNumber, boolean unread) {
        long number = conversations.nextNumber(conversation.id());
        messages.received(conversation, number, message, caseNumber, unread);
        facts.record(Fact.of(
                message.at(),
                "messageReceived",
                caseNumber,
                conversation.customerId(),
                null,
                Map.of("channel", message.channel(), "text", message.text())));
    }
}
