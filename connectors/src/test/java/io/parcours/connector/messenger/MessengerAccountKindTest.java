package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.MessengerTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountField;
import io.parcours.account.AccountValues;
import io.parcours.connector.TestRoutes;
import io.parcours.connector.simulator.MessengerSimAccount;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that is set up while the platform runs. */
class MessengerAccountKindTest {

    private final MessengerSimulator meta =
            MessengerSimulator.start(new MessengerSimAccount("4711", "token-1", "secret-1", "verify-1"));
    private final MessengerTestBed bed = new MessengerTestBed();
    private final MessengerAccountKind kind =
            new MessengerAccountKind(bed.lines, bed.checks, bed.meters, TestRoutes.on(bed.camel), Clock.systemUTC());

    @AfterEach
    void close() {
        bed.close();
        meta.close();
    }

    @Test
    void theTestSaysWhatIsWrongAndSendsNothing() {
        assertThat(kind.test(values(Map.of()))).isEmpty();
        assertThat(kind.test(values(Map.of("token", "wrong"))))
                .contains(Problem.of("meta.token", "HTTP 401, code 190"));
        assertThat(kind.test(values(Map.of("pageId", "4712"))))
                .contains(Problem.of("meta.noSuchId", "HTTP 400, code 100/33"));
        meta.faults().down();
        assertThat(kind.test(values(Map.of()))).contains(Problem.of("meta.away", "HTTP 503, code 2"));
        assertThat(meta.ledger().accepted()).isEmpty();
        assertThat(bed.channel.states()).isEmpty();
    }

    @Test
    void whatIsWrongWithANewPageShowsBeforeAnythingIsSentByIt() {
        kind.open(values(Map.of("token", "wrong")));
        soon().until(() -> !bed.state().works());
        assertThat(bed.state().problem()).isEqualTo(Problem.of("meta.token", "HTTP 401, code 190"));

        kind.open(values(Map.of()));
        soon().until(() ->
                meta.events().stream().anyMatch(event -> event.detail().equals("page")));
        assertThat(bed.state().works()).isTrue();
    }

    @Test
    void whatThePageMayDoAfterTheDayIsSaidWithYesOrNo() {
        assertThat(kind.fields()).extracting(AccountField::name).contains("utilityMessages", "humanAgent");
        kind.open(values(Map.of("humanAgent", "Oui", "utilityMessages", "non")));
        assertThat(bed.channel.replyWindow("karite", "page")).contains(Duration.ofDays(7));
        assertThat(bed.lines.all().get(0).account().options().utilityMessages()).isFalse();

        kind.open(values(Map.of("humanAgent", "no", "utilityMessages", "yes")));
        assertThat(bed.channel.replyWindow("karite", "page")).contains(Duration.ofHours(24));
        assertThat(bed.lines.all().get(0).account().options().utilityMessages()).isTrue();

        assertThatThrownBy(() -> kind.open(values(Map.of("humanAgent", "peut-être"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("humanAgent: Yes or no");
    }

    private AccountValues values(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "pageId", "4711",
                "token", "token-1",
                "appSecret", "secret-1",
                "verifyToken", "verify-1",
                "url", meta.url()));
        values.putAll(changed);
        return new AccountValues("karite", "messenger", "page", values);
    }
}
