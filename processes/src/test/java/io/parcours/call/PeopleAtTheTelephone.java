package io.parcours.call;

import static io.parcours.scenario.RecordingTelephony.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.call.CallRefused.Reason;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingTelephony;
import io.parcours.scenario.RecordingTelephony.Leg;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Timeline;
import io.parcours.trace.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two agents and their supervisor, each with a telephone, and a customer whom they call or who calls them. */
@JourneyTest
abstract class PeopleAtTheTelephone {

    static final String AWA = "awa";
    static final String MOUSSA = "moussa";
    static final String IBRAHIM = "ibrahim";

    @Autowired
    Scenario scene;

    @Autowired
    RecordingTelephony telephony;

    @Autowired
    AgentCalls calls;

    @Autowired
    CallDesk desk;

    @Autowired
    AgentPlaces places;

    @Autowired
    Supervisors supervisors;

    @Autowired
    CallsLeftOpen leftOpen;

    @Autowired
    Timeline timeline;

    Story customer;

    @BeforeEach
    void peopleHaveTelephones() {
        telephony.forget();
        customer = scene.customer("GOLD", "GOOD", 4);
        List.of(AWA, MOUSSA, IBRAHIM).forEach(person -> does(() -> places.set(person, "PJSIP/" + person)));
    }

    @AfterEach
    void nobodyIsInACall() {
        does(leftOpen::end);
    }

    /** Awa calls the customer. */
    UUID call() {
        return in(() -> calls.call(AWA, customer.customerId(), null, customer.msisdn(), "service"));
    }

    /** And both have answered. */
    UUID talking() {
        UUID call = call();
        telephony.leg("PJSIP/awa").answers();
        customerLeg().answers();
        soon(call, now -> now.state() == CallState.TALKING);
        return call;
    }

    /** The customer calls. @param channel of their call at the exchange */
    void calling(String channel) {
        customer.receives(new InboundMessage(
                Scenario.TENANT,
                "voice",
                ACCOUNT,
                channel + UUID.randomUUID(),
                customer.msisdn(),
                "",
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Attachment.other("call")),
                new Person(null, customer.msisdn(), List.of())));
        telephony.isOnTheTelephone(customer.msisdn(), channel);
    }

    void calling() {
        calling("chan-" + UUID.randomUUID());
    }

    UUID take(String agent) {
        return in(() -> calls.take(agent, customer.customerId(), null));
    }

    Leg customerLeg() {
        return telephony.leg(customer.msisdn());
    }

    AgentCall find(UUID call) {
        return in(() -> calls.find(call)).orElseThrow();
    }

    void soon(UUID call, Predicate<AgentCall> met) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> met.test(find(call)));
    }

    List<TimelineEntry> facts() {
        return in(() -> timeline.ofCustomer(customer.customerId(), 200));
    }

    List<String> kinds() {
        return facts().stream().map(TimelineEntry::kind).toList();
    }

    static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(CallRefused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    static <T> T in(Supplier<T> act) {
        return TenantContext.call(Scenario.TENANT, act);
    }

    static void does(Runnable act) {
        TenantContext.run(Scenario.TENANT, act);
    }
}
