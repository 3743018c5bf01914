package io.parcours.ui.simulator;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.ui.ScreenTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
class SimulatorViewTest {

    @Autowired
    SmscSimulator centre;

    @Autowired
    WhatsAppSimulator whatsApp;

    @Autowired
    MessengerSimulator messenger;

    @Test
    void whatAVisitorWritesGoesToTheMessageCentreAndStandsOnTheTelephone() {
        UI.getCurrent().navigate("simulator");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Votre SMS")), "Bonjour, ma puce est perdue");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Envoyer le SMS")));
        assertThat(centre.ledger())
                .filteredOn(SimulatedSms::fromSubscriber)
                .extracting(SimulatedSms::text)
                .contains("Bonjour, ma puce est perdue");
        assertThat(_find(SmsBubble.class)).isNotEmpty();
        assertThat(_get(TextField.class, spec -> spec.withPlaceholder("Votre SMS"))
                        .getValue())
                .isEmpty();
    }

    @Test
    void aSecondCustomerTakesUpAnotherTelephone() {
        UI.getCurrent().navigate("simulator");
        _click(_get(Button.class, spec -> spec.withText("Un deuxième client")));
        assertThat(_find(Desk.class)).hasSize(2);
        assertThat(_find(SubscriberChoice.class))
                .extracting(SubscriberChoice::number)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenByWhatsAppStandsOnTheOtherTelephone() {
        UI.getCurrent().navigate("simulator");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Votre message")), "Bonjour par WhatsApp");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Envoyer par WhatsApp")));

        assertThat(_find(WhatsAppMessage.class)).isNotEmpty();
        assertThat(whatsApp.events()).isNotNull();
    }

    @Test
    void messengerIsTakenUpAndWhatIsWrittenThereStandsOnIt() {
        UI.getCurrent().navigate("simulator");
        assertThat(_find(MessengerPhone.class)).isEmpty();
        _click(_get(NativeButton.class, spec -> spec.withText("Messenger")));
        _setValue(
                _get(TextField.class, spec -> spec.withPlaceholder("Votre message à la page")),
                "Bonjour par Messenger");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Envoyer par Messenger")));

        assertThat(_find(MessengerMessage.class)).hasSize(1);
        soon().until(() ->
                messenger.events().stream().anyMatch(event -> event.what().equals("webhook") && event.succeeded()));
    }

    @Test
    void quickRepliesAreOfferedAsLongAsNothingCameAfterThemAndButtonsAlways() {
        List<MessengerBubble.Choice> choices = List.of(new MessengerBubble.Choice("Oui", "q#YES"));
        List<String> chosen = new ArrayList<>();
        MessengerMessage replies = new MessengerMessage(said("text", choices), true, chosen::add);
        _click(_get(replies, NativeButton.class, spec -> spec.withText("Oui")));

        assertThat(chosen).containsExactly("q#YES");
        assertThat(_find(new MessengerMessage(said("text", choices), false, chosen::add), NativeButton.class))
                .isEmpty();
        assertThat(_find(new MessengerMessage(said("buttons", choices), false, chosen::add), NativeButton.class))
                .hasSize(1);
    }

    @Test
    void telegramIsTakenUpAndItsMessagesShowTheirKeyboards() {
        UI.getCurrent().navigate("simulator");
        _click(_get(NativeButton.class, spec -> spec.withText("Telegram")));
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Votre message au bot")), "Bonjour par Telegram");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Envoyer par Telegram")));
        assertThat(_find(TelegramMessage.class)).hasSize(1);
        assertThat(_find(TelegramPhone.class)).allMatch(TelegramPhone::connected);

        List<String> pressed = new ArrayList<>();
        TelegramBubble question = new TelegramBubble(
                1,
                Instant.now(),
                false,
                "text",
                "Résolu ?",
                List.of(List.of(new TelegramBubble.Button("Oui", "q#YES"), new TelegramBubble.Button("Non", "q#NO"))),
                true);
        TelegramMessage shown = new TelegramMessage(question, pressed::add);
        _click(_get(shown, NativeButton.class, spec -> spec.withText("Non")));
        assertThat(pressed).containsExactly("q#NO");
    }

    private static MessengerBubble said(String type, List<MessengerBubble.Choice> choices) {
        return new MessengerBubble(
                "m_1", Instant.now(), "1", "2", false, type, "Résolu ?", choices, "", MessengerBubble.State.SENT);
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10));
    }

    @Test
    void aTelephoneThatIsPutAwayComesBackWithWhatWasWritten() {
        UI.getCurrent().navigate("simulator");
        NativeButton chip = _get(NativeButton.class, spec -> spec.withText("WhatsApp"));

        _click(chip);
        assertThat(_find(WhatsAppPhone.class)).isEmpty();
        assertThat(chip.getElement().getAttribute("aria-pressed")).isEqualTo("false");

        _click(chip);
        assertThat(_find(WhatsAppPhone.class)).hasSize(1);
    }
}
