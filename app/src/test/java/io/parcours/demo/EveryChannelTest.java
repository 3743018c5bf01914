package io.parcours.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.complaint.Complaint;
import io.parcours.complaint.ComplaintStatus;
import io.parcours.complaint.Complaints;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.demo.SubscriberDevices.Device;
import io.parcours.engine.Tasks;
import io.parcours.security.DemoUser;
import io.parcours.trace.Timeline;
import io.parcours.trace.TimelineEntry;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same complaint on each channel, up to the question whether it is solved; that one is answered on another channel. One
 * customer, one case, one model.
 */
@ScreenTest
@SignedIn(DemoUser.FATOU)
class EveryChannelTest {

    private static final Pattern CASE_NUMBER = Pattern.compile("PA-\\d{4}-\\d{6}");
    private static final int BILLING = 1;
    private static final int YES = 1;

    @Autowired
    SubscriberDevices devices;

    @Autowired
    Customers customers;

    @Autowired
    Complaints complaints;

    @Autowired
    WorkQueue work;

    @Autowired
    Tasks tasks;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest(name = "begun by {1}, ended by {3}")
    @CsvSource({
        "10, sms, sms, whatsapp",
        "11, whatsapp, whatsapp, messenger",
        "12, messenger, messenger, telegram",
        "13, telegram, telegram, email",
        "14, email, email, voice",
        "15, voice, sms, email"
    })
    void aComplaintIsOneCaseOfOneCustomerWhereverItIsSpokenAbout(int who, String begins, String told, String ends) {
        DemoCustomer customer = new DemoCustomer("demo", "+22901973000" + who, "Cliente " + who, "", "fr");
        UUID id = inTheBase(customer);
        int before = complaints.of(id).size();

        Device first = known(begins, customer, id);
        first.speak("Ma facture est fausse");
        told(first, "votre réclamation concerne");
        first.choose(BILLING);
        String caseNumber = numberIn(told(first, "est enregistrée sous le numéro"));
        first.leave();
        solve(caseNumber);
        told(devices.of(told, customer, id), "La facture est corrigée.");

        Device second = known(ends, customer, id);
        if (ends.equals("voice")) {
            second.speak("");
            told(second, "problème est-il résolu");
            second.choose(YES);
        } else {
            second.speak("oui");
        }

        soon(() -> lived(caseNumber).contains("journeyEnded"));
        second.leave();
        assertThat(lived(caseNumber)).contains("channelChanged", "taskCompleted");
        assertThat(complaint(caseNumber).status()).isEqualTo(ComplaintStatus.PROCESSED);
        assertThat(complaint(caseNumber).customerId()).isEqualTo(id);
        assertThat(complaints.of(id)).hasSize(before + 1);
    }

    /** Nobody else's test speaks with them. */
    private UUID inTheBase(DemoCustomer customer) {
        return transaction.execute(status -> {
            ContactPoint number = new ContactPoint("sms", customer.number());
            UUID id = customers.recognise(List.of(number), customer.name()).customerId();
            customers.reachedAlso(id, new ContactPoint("email", customer.email()));
            return id;
        });
    }

    private Device known(String channel, DemoCustomer customer, UUID id) {
        Device device = devices.of(channel, customer, id);
        device.introduce();
        return device;
    }

    private void solve(String caseNumber) {
        soon(() -> work.ofCase(caseNumber).size() == 1);
        WorkItem item = work.ofCase(caseNumber).get(0);
        tasks.claim(item.taskId());
        tasks.complete(item.taskId(), Map.of("outcome", "SOLVED", "resolution", "La facture est corrigée."));
    }

    private static String told(Device device, String words) {
        soon(() -> device.received().stream().anyMatch(text -> text.contains(words)));
        List<String> saying =
                device.received().stream().filter(text -> text.contains(words)).toList();
        return saying.get(saying.size() - 1);
    }

    private List<String> lived(String caseNumber) {
        return timeline.ofCase(caseNumber, 100).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private Complaint complaint(String caseNumber) {
        return complaints.find(caseNumber).orElseThrow();
    }

    private static String numberIn(String text) {
        Matcher number = CASE_NUMBER.matcher(text);
        assertThat(number.find()).as("a case number in: " + text).isTrue();
        return number.group();
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(condition);
    }
}
