package io.parcours.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.demo.DemoCustomers;
import io.parcours.language.Language;
import io.parcours.prompt.PromptRefused;
import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.SpokenText;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.Wav;
import io.parcours.work.WorkQueue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A whole call in a language that no machine speaks, from the operator's own recordings. Each recording lasts otherwise than all
 * others, so that what the exchange played tells which it was.
 */
@ScreenTest
class RecordedCallTest {

    private static final String OPERATOR = "demo";
    private static final String FON = "3";
    private static final String BILLING = "1";
    private static final int SAMPLES_A_SECOND = 8_000;

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    RecordedPrompts prompts;

    @Autowired
    Customers customers;

    @Autowired
    Complaints complaints;

    @Autowired
    WorkQueue work;

    private final Map<Integer, String> recorded = new HashMap<>();

    @BeforeEach
    void everythingIsRecordedInFon() {
        exchange.faults().playbacksLast(Duration.ofMillis(100));
        soon().until(() -> exchange.connected(DemoCustomers.telephoneApplicationOf(OPERATOR)));
        inFon().forEach(this::record);
    }

    @AfterEach
    void nothingStays() {
        exchange.faults().playbacksLast(null);
        TenantContext.run(OPERATOR, () -> inFon().forEach(code -> prompts.remove(code, Language.FON)));
    }

    @Test
    void whoChoosesFonHearsNothingButTheOperatorsRecordingsAndTheCaseIsOpen() {
        String number = "+2290197990201";
        CallerHandset caller = exchange.handset(number);
        assertThat(caller.call(DemoCustomers.telephoneNumberOf(OPERATOR))).isTrue();
        soon().until(() -> played(caller).contains("voice.key.3"));
        assertThat(played(caller)).containsSequence("language.fon", "voice.key.3");
        int before = caller.heard().size();

        caller.press(FON);
        soon().until(() -> since(caller, before).contains("voice.key.5"));
        caller.press(BILLING);
        soon().until(() -> since(caller, before).contains("complaint.registered"));

        assertThat(since(caller, before))
                .startsWith(
                        "complaint.motive",
                        "complaint.motive.BILLING",
                        "voice.key.1",
                        "complaint.motive.NETWORK",
                        "voice.key.2")
                .doesNotContain("no recording");
        caller.hangUp();
        Complaint opened = complaintOf(number);
        assertThat(opened.motive()).isEqualTo(Motive.BILLING);
        soon().until(() -> TenantContext.call(
                OPERATOR, () -> !work.ofCase(opened.caseNumber()).isEmpty()));
        assertThat(languageOf(number)).isEqualTo(Language.FON);
    }

    /** Which recordings were played, by their lengths. */
    private List<String> played(CallerHandset caller) {
        return since(caller, 0);
    }

    private List<String> since(CallerHandset caller, int before) {
        List<Heard> heard = caller.heard();
        return heard.subList(before, heard.size()).stream()
                .map(sound -> recorded.getOrDefault(sound.octets(), "no recording"))
                .toList();
    }

    private List<String> inFon() {
        return TenantContext.call(OPERATOR, prompts::texts).stream()
                .filter(text -> text.state(Language.FON).isPresent())
                .map(SpokenText::code)
                .toList();
    }

    private void record(String code) {
        TenantContext.run(OPERATOR, () -> {
            try {
                prompts.keep(code, Language.FON, wav(recorded.size() + 1), "salif");
            } catch (PromptRefused refused) {
                throw new IllegalStateException(refused);
            }
            int octets = prompts.audio(code, Language.FON).orElseThrow().length;
            assertThat(recorded.put(octets, code)).isNull();
        });
    }

    private Complaint complaintOf(String number) {
        return TenantContext.call(OPERATOR, () -> complaints.of(customer(number)))
                .get(0);
    }

    private Language languageOf(String number) {
        return TenantContext.call(
                OPERATOR, () -> customers.find(customer(number)).orElseThrow().language());
    }

    private UUID customer(String number) {
        return customers.at(new ContactPoint("sms", number)).orElseThrow();
    }

    /** A sound of a length that nothing else has: silence comes in whole milliseconds. */
    private static byte[] wav(int number) {
        int samples = SAMPLES_A_SECOND + 8 * number + 3;
        return Wav.of(SAMPLES_A_SECOND, 1, new byte[2 * samples]);
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30));
    }
}
