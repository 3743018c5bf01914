package io.parcours.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.connector.simulator.MessengerHandset;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Message;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The complaint by Messenger on the whole application: the journey, the engine, PostgreSQL and HTTP both ways. */
@ScreenTest
class DemoMessengerTest {

    private static final ContactPoint RODRIGUE = new ContactPoint("sms", "+2290197000001");

    @Autowired
    MessengerSimulator messenger;

    @Autowired
    List<Channel> channels;

    @Autowired
    Customers customers;

    @Autowired
    Conversations conversations;

    @Test
    void aStrangerComplainsTouchesAQuickReplyAndIsToldTheCaseNumber() {
        MessengerHandset handset = messenger.handset(DemoMessenger.pageId("demo"), "a stranger");
        handset.comeBy(null);
        handset.open();
        handset.write("Ma facture est fausse");
        MessengerBubble question = said(handset, 1);
        assertThat(question.choices())
                .extracting(MessengerBubble.Choice::title)
                .contains("Facturation")
                .hasSize(5);

        handset.choose(question.id(), "complaint.motive#BILLING");
        assertThat(said(handset, 2).text()).contains("PA-");
        UUID customer = at("messenger", handset.psid()).orElseThrow();
        soon().until(() -> states(customer).equals(List.of("read", "read")));
    }

    @Test
    void aCustomerOfTheBaseWhoComesByTheirLinkIsKnownOnThePage() {
        UUID customer = at(RODRIGUE.channel(), RODRIGUE.address()).orElseThrow();
        String link = channels.stream()
                .filter(channel -> channel.name().equals("messenger"))
                .findFirst()
                .flatMap(channel -> channel.invitation("demo", customer))
                .orElseThrow();
        MessengerHandset handset = messenger.handset(DemoMessenger.pageId("demo"), "Rodrigue");
        handset.comeBy(link.replaceFirst(".*ref=", ""));

        soon().until(() -> at("messenger", handset.psid()).equals(Optional.of(customer)));
        handset.write("Plus de réseau depuis hier");
        assertThat(said(handset, 1).choices()).isNotEmpty();
        assertThat(at("messenger", handset.psid())).contains(customer);
    }

    private MessengerBubble said(MessengerHandset handset, int number) {
        soon().until(() -> said(handset).size() >= number);
        return said(handset).get(number - 1);
    }

    private static List<MessengerBubble> said(MessengerHandset handset) {
        return handset.conversation().stream()
                .filter(bubble -> !bubble.fromSubscriber())
                .toList();
    }

    private Optional<UUID> at(String channel, String address) {
        return TenantContext.call("demo", () -> customers.at(new ContactPoint(channel, address)));
    }

    private List<String> states(UUID customer) {
        return TenantContext.call("demo", () -> conversations.messages(customer, 20)).stream()
                .filter(message -> !message.inbound())
                .map(Message::state)
                .toList();
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30));
    }
}
