package io.parcours.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.TelegramBubble.Button;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.conversation.Channel;
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

/** The complaint by Telegram on the whole application: the journey, the engine, PostgreSQL, and updates that are fetched. */
@ScreenTest
class DemoTelegramTest {

    private static final String RODRIGUE = "2290197000001";

    @Autowired
    TelegramSimulator telegram;

    @Autowired
    List<Channel> channels;

    @Autowired
    Customers customers;

    @Test
    void aStrangerComplainsPressesAButtonAndIsToldTheCaseNumber() {
        TelegramHandset handset = handset(8_100_001, "2290190909090");
        handset.start(null);
        assertThat(said(handset, 1).text()).startsWith("Bonjour !");
        handset.write("Ma facture est fausse");
        TelegramBubble question = said(handset, 2);
        assertThat(question.keyboard().stream().flatMap(List::stream))
                .extracting(Button::text)
                .contains("Facturation")
                .hasSize(5);

        handset.press(question.id(), "complaint.motive#BILLING");
        assertThat(said(handset, 3).text()).contains("PA-");
        soon().until(() -> !handset.waits());
        soon().until(() -> handset.conversation().stream()
                .anyMatch(bubble -> bubble.id() == question.id()
                        && bubble.keyboard().equals(List.of(List.of(new Button("✓ Facturation", "-"))))));
    }

    @Test
    void whoSharesTheirNumberInTheMiddleIsTheCustomerOfTheBaseAndGoesOnWithTheCase() {
        UUID customer = at("sms", "+" + RODRIGUE).orElseThrow();
        TelegramHandset handset = handset(8_100_002, RODRIGUE);
        handset.write("Ma facture est fausse");
        TelegramBubble question = said(handset, 1);
        assertThat(at("telegram", "8100002")).isPresent().isNotEqualTo(Optional.of(customer));

        handset.shareContact();
        soon().until(() -> at("telegram", "8100002").equals(Optional.of(customer)));
        assertThat(said(handset, 2).text()).startsWith("Merci");
        handset.press(question.id(), "complaint.motive#BILLING");
        assertThat(said(handset, 3).text()).contains("PA-");
    }

    @Test
    void aCustomerOfTheBaseWhoComesByTheirLinkIsKnown() {
        UUID customer = at("sms", "+" + RODRIGUE).orElseThrow();
        String link = channels.stream()
                .filter(channel -> channel.name().equals("telegram"))
                .findFirst()
                .flatMap(channel -> channel.invitation("demo", customer))
                .orElseThrow();
        TelegramHandset handset = handset(8_100_003, "2290190909091");
        handset.start(link.replaceFirst(".*start=", ""));

        soon().until(() -> at("telegram", "8100003").equals(Optional.of(customer)));
        assertThat(said(handset, 1).text()).isEqualTo("Bonjour ! Dites-nous ce que nous pouvons faire pour vous.");
        assertThat(handset.contactButton()).isEmpty();
    }

    private TelegramHandset handset(long id, String number) {
        return telegram.handset(DemoTelegram.botId("demo"), new TelegramPerson(id, "Awa", "Dossou", "fr", number));
    }

    private static TelegramBubble said(TelegramHandset handset, int number) {
        soon().until(() -> said(handset).size() >= number);
        return said(handset).get(number - 1);
    }

    private static List<TelegramBubble> said(TelegramHandset handset) {
        return handset.conversation().stream()
                .filter(bubble -> !bubble.fromSubscriber())
                .toList();
    }

    private Optional<UUID> at(String channel, String address) {
        return TenantContext.call("demo", () -> customers.at(new ContactPoint(channel, address)));
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(40));
    }
}
