package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountValues;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.connector.simulator.ExchangeLine;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import io.parcours.language.Language;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An account at an exchange that is set up while the platform runs. */
@Timeout(60)
class VoiceAccountKindTest {

    private static final String NUMBER = "700";

    private final VoiceTestBed bed = new VoiceTestBed();
    private final ExchangeSimulator other =
            ExchangeSimulator.start("ari", "other-secret", new ExchangeLine(NUMBER, "service"));
    private final VoiceAccountKind kind = bed.kind();

    @AfterEach
    void close() {
        bed.close();
        other.close();
    }

    @Test
    void takesCallsOnceItIsOpenAndNoneWhenItIsClosed() {
        kind.open(values(Map.of()));
        soon().until(() -> state().works());
        CallerHandset awa = call();
        assertThat(gauge()).isEqualTo(1);

        kind.close(TENANT, "second");

        soon().until(() -> awa.state() == State.IDLE);
        assertThat(awa.call(NUMBER)).as("nobody takes calls any more").isFalse();
        assertThat(bed.registry
                        .find("parcours.voice.up")
                        .tag("account", "second")
                        .gauge())
                .isNull();
        assertThat(bed.state().works()).as("the other account goes on").isTrue();
    }

    @Test
    void callersAreTakenUpWhereAChangedAccountTakesItsOwnPlace() {
        kind.open(values(Map.of()));
        soon().until(() -> state().works());
        CallerHandset awa = call();
        bed.shelf.put("q", Language.FRENCH, new byte[1_000]);
        other.faults().playbacksLast(Duration.ofSeconds(30));
        sayAtLength();
        soon().until(() -> !awa.heard().isEmpty());

        kind.open(values(Map.of("language", "en")));

        soon().until(() -> state().works());
        soon().until(() -> awa.heard().get(0).end() == Heard.End.STOPPED);
        assertThat(bed.inbox.interruptions)
                .filteredOn(each -> each.account().equals("second"))
                .last()
                .satisfies(each -> assertThat(each.present()).containsExactly(VoiceTestBed.SUBSCRIBER));
        assertThat(bed.inbox.receipts).as("the next one says it").isEmpty();
        assertThat(awa.state()).isEqualTo(State.TALKING);
        assertThat(gauge()).isEqualTo(1);
    }

    @Test
    void theTestAsksTheExchangeAndSaysWhatIsWrong() {
        assertThat(kind.test(values(Map.of()))).isEmpty();
        assertThat(kind.test(values(Map.of("trunk", "PJSIP/trunk/sip:{number}@sip.example:5060"))))
                .isEmpty();
        assertThat(kind.test(values(Map.of("password", "wrong")))).contains(Problem.of("voice.login"));
        assertThat(kind.test(values(Map.of("exchange", "http://127.0.0.1:1")))).contains(Problem.of("voice.away"));
        assertThat(kind.test(values(Map.of("trunk", "PJSIP/nosuch"))))
                .contains(Problem.of("voice.noTrunk", "PJSIP/nosuch"));
        assertThatThrownBy(() -> kind.test(values(Map.of("exchange", "pbx")))).hasMessageContaining("http://");
        assertThatThrownBy(() -> kind.test(values(Map.of("idleSeconds", "some"))))
                .hasMessageContaining("idleSeconds");
        assertThat(other.channels()).as("no call was made").isEmpty();
    }

    @Test
    void theTestSaysThatAnotherProgramHasTheNameButNotOfTheAccountItself() {
        kind.open(values(Map.of()));
        soon().until(() -> state().works());

        assertThat(kind.test(values(Map.of()))).isEmpty();
        assertThat(kind.test(new AccountValues(
                        TENANT, "voice", "third", values(Map.of()).values())))
                .get()
                .asString()
                .contains("knows the application");
    }

    @Test
    void noTwoAccountsRegisterOneApplication() {
        kind.open(values(Map.of()));

        assertThatThrownBy(() -> kind.open(new AccountValues(
                        "littoral", "voice", "second", values(Map.of()).values())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one would put the other out")
                .hasMessageNotContaining(TENANT);
    }

    @Test
    void howLongACallerMayThinkIsSaidInSeconds() {
        kind.open(values(Map.of("firstKeySeconds", "12")));
        assertThat(bed.lines
                        .find(TENANT, "second")
                        .orElseThrow()
                        .account()
                        .options()
                        .firstKey())
                .isEqualTo(Duration.ofSeconds(12));
        assertThatThrownBy(() -> kind.open(values(Map.of("firstKeySeconds", "0"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("firstKeySeconds: A number of seconds, from one to a day");
        assertThatThrownBy(() -> kind.open(values(Map.of("firstKeySeconds", "douze"))))
                .hasMessage("firstKeySeconds: A whole number");
    }

    private void sayAtLength() {
        bed.channel.send(new OutboundMessage(
                UUID.randomUUID(),
                TENANT,
                "second",
                VoiceTestBed.SUBSCRIBER,
                "Un long texte.",
                List.of(),
                Expectation.NOTHING,
                Optional.empty(),
                "q",
                "fr"));
    }

    private CallerHandset call() {
        CallerHandset awa = other.handset(VoiceTestBed.SUBSCRIBER);
        assertThat(awa.call(NUMBER)).isTrue();
        soon().until(() -> awa.state() == State.TALKING);
        return awa;
    }

    private AccountState state() {
        return bed.channel.states().stream()
                .filter(state -> state.account().equals("second"))
                .findFirst()
                .orElseThrow();
    }

    private double gauge() {
        return bed.registry
                .get("parcours.voice.up")
                .tag("account", "second")
                .gauge()
                .value();
    }

    private AccountValues values(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "exchange",
                other.url(),
                "ariUser",
                other.user(),
                "password",
                other.password(),
                "application",
                "service",
                "mediaUrl",
                bed.mediaUrl(),
                "idleSeconds",
                "60"));
        values.putAll(changed);
        return new AccountValues(TENANT, "voice", "second", values);
    }
}
