package io.parcours.ui.simulator;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.wording.TextVersions;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same complaint journey by telephone, through the whole application. */
@ScreenTest
class CallJourneyTest {

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    SmscSimulator centre;

    @BeforeEach
    void connected() {
        exchange.faults().playbacksLast(Duration.ofMillis(200));
        soon().until(() -> exchange.connected(DemoCustomers.telephoneApplicationOf("demo")));
    }

    @AfterEach
    void natural() {
        exchange.faults().playbacksLast(null);
    }

    @Test
    void aCallerChoosesByKeyAndHearsTheCaseNumber() {
        CallerHandset caller = exchange.handset("+2290197990001");
        assertThat(caller.call(DemoCustomers.telephoneNumberOf("demo"))).isTrue();
        soon().until(() -> hears(caller, "Pour le fon, tapez 3."));
        assertThat(hears(caller, "For English, press 2.")).isTrue();
        caller.press("1");
        soon().until(() -> hears(caller, "votre réclamation concerne"));
        assertThat(hears(caller, "Pour Facturation, tapez 1.")).isTrue();

        caller.press("1");

        soon().until(() -> hears(caller, "est enregistrée sous le numéro"));
        caller.hangUp();
        assertThat(caller.state()).isEqualTo(State.IDLE);
    }

    @Test
    void whatACallSaysAroundTheTextsIsSaidInTheOperatorsOwnWords(@Autowired TextVersions versions) {
        TenantContext.run("demo", () -> versions.save("voice.key.1", "fr", "choisissez le 1.", 0, "amina"));
        CallerHandset caller = exchange.handset("+2290197990002");
        try {
            caller.call(DemoCustomers.telephoneNumberOf("demo"));
            soon().until(() -> hears(caller, "Pour le français, choisissez le 1."));
        } finally {
            caller.hangUp();
            TenantContext.run("demo", () -> versions.shipped("voice.key.1", "fr", 1, "amina"));
        }
    }

    /** At the greeting, during it, at its key, during the question, at its key, during the confirmation. */
    @ParameterizedTest
    @CsvSource({
        "0, votre réclamation concerne",
        "1, votre réclamation concerne",
        "2, votre réclamation concerne",
        "3, votre réclamation concerne",
        "4, est enregistrée sous le numéro",
        "5, est enregistrée sous le numéro"
    })
    void whoHangsUpAtWhateverStepGoesOnBySms(int step, String next) {
        exchange.faults().playbacksLast(Duration.ofMinutes(1));
        String number = "+229019799010" + step;
        CallerHandset caller = exchange.handset(number);
        caller.call(DemoCustomers.telephoneNumberOf("demo"));
        List<Runnable> steps = List.of(
                () -> soon().until(() -> hears(caller, "Bienvenue chez")),
                () -> caller.press("1"),
                () -> soon().until(() -> hears(caller, "votre réclamation concerne")),
                () -> caller.press("1"),
                () -> soon().until(() -> hears(caller, "est enregistrée sous le numéro")));
        steps.subList(0, step).forEach(Runnable::run);

        caller.hangUp();

        soon().until(() -> centre.conversation("sahel", number).stream()
                .map(SimulatedSms::text)
                .anyMatch(text -> text.contains(next)));
        soon().until(() -> exchange.channels().isEmpty());
        assertThat(exchange.bridges()).isEmpty();
    }

    @Test
    void aVisitorCallsFromTheBrowser() {
        UI.getCurrent().navigate("simulator");
        _click(_get(NativeButton.class, spec -> spec.withText("Appel")));
        _click(_get(Button.class, spec -> spec.withText("Appeler")));
        assertThat(exchange.channels()).isNotEmpty();
        assertThat(_get(NativeButton.class, spec -> spec.withText("#"))).isNotNull();

        _click(_get(Button.class, spec -> spec.withText("Raccrocher")));

        soon().until(() -> exchange.channels().isEmpty());
    }

    private static boolean hears(CallerHandset caller, String words) {
        return caller.heard().stream().map(Heard::text).anyMatch(text -> text.contains(words));
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30));
    }
}
