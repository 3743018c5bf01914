package io.parcours.conversation;

import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.engine.Variables;
import io.parcours.scenario.Story;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that begin by themselves and not with what somebody wrote. */
@Component
public class OpenedCases {

    private final Cases cases;
    private final Customers customers;
    private final ConversationRepository conversations;
    private final TransactionTemplate transaction;

    OpenedCases(
            Cases cases, Customers customers, ConversationRepository conversations, TransactionTemplate transaction) {
        this.cases = cases;
        this.customers = customers;
        this.conversations = conversations;
        this.transaction = transaction;
    }

    /** With a number that the operator knows, or gets to know, for the channel and for SMS. Its jobs have not run. */
    public Story open(String journey, Story story, String channel) {
        story.inTenant(() -> transaction.execute(status -> {
            UUID customer = customers
                    .recognise(
                            Stream.of(channel, "sms")
                                    .distinct()
                                    .map(each -> new ContactPoint(each, story.msisdn()))
                                    .toList(),
                            null)
                    .customerId();
            UUID conversation = conversations.open(customer, channel, "demo", story.msisdn());
            return cases.open(journey, customer, conversation, Variables.none());
        }));
        return story;
    }
}
