package io.parcours.ui.simulator;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
class SimulatorViewTest {

    @Autowired
    SmscSimulator centre;

    @Autowired
    WhatsAppSimulator whatsApp;

    @Autowired
    MailSimulator mail;

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
    void aMailIsWrittenWithItsSubjectAndStandsInTheMailbox() {
        UI.getCurrent().navigate("simulator");
        _click(_get(NativeButton.class, spec -> spec.withText("Courriel")));
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Objet (vide : répondre au dernier courriel)")), "Ma puce");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Votre courriel")), "Elle est perdue");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Envoyer le courriel")));

        assertThat(_find(MailBubble.class)).isNotEmpty();
        assertThat(mail.conversation(new DemoCustomers().of("demo").get(0).email()))
                .extracting(SimulatedMail::subject)
                .contains("Ma puce");
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
