package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.MessengerTestBed.TOKEN;
import static io.parcours.connector.messenger.MessengerTestBed.account;
import static io.parcours.connector.messenger.MessengerTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.RawPeer;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MessengerSendTest {

    private final PageApi api = new PageApi();
    private final MessengerTestBed bed = new MessengerTestBed(account(api.url()));

    @AfterEach
    void stop() {
        bed.close();
        api.close();
    }

    @Test
    void aTextIsTakenAndItsIdComesBack() {
        assertThat(bed.send("Bonjour").providerIds()).containsExactly("m_taken");
        assertThat(api.requests.get(0))
                .startsWith("POST /v23.0/" + Payload.PAGE_ID + "/messages HTTP/1.1\r\n")
                .containsIgnoringCase("authorization: Bearer " + TOKEN);
        assertThat(api.body(0)).contains("\"recipient\":{\"id\":\"" + Payload.AWA + "\"}", "\"text\":\"Bonjour\"");
        assertThat(sends("sent")).isEqualTo(1);
    }

    @Test
    void aLongTextIsSeveralMessagesEachWithItsId() {
        api.answers(
                RawPeer.answer(200, "{\"message_id\": \"m_first\"}"),
                RawPeer.answer(200, "{\"message_id\": \"m_second\"}"));
        assertThat(bed.send("mot ".repeat(700)).providerIds()).containsExactly("m_first", "m_second");
        assertThat(api.requests).hasSize(2);
    }

    @Test
    void whereOnlyTheBeginningLeftItIsUnknownWhatTheSubscriberHas() {
        api.answers(RawPeer.answer(200, "{\"message_id\": \"m_first\"}"), PageApi.error(400, 613, 0));
        assertThatThrownBy(() -> bed.send("mot ".repeat(700))).isInstanceOf(OutcomeUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+2290197000001", "@awa", "", "BJ.2500000000000001", "25/../me"})
    void anAddressThatIsNoPagesReachesNobodyHere(String to) {
        assertThatThrownBy(() -> bed.sendTo(to, "Bonjour"))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.NOT_HERE));
        assertThat(api.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 10, 2018278, WINDOW_CLOSED, 10",
        "400, 551, 1545041, NOT_HERE, 551",
        "400, 100, 2018001, NOT_HERE, 100",
        "400, 1200, 0, PERHAPS_LATER, 1200",
        "400, 100, 0, PERHAPS_LATER, 100",
        "404, 0, 0, PERHAPS_LATER, http-404"
    })
    void aRefusalSaysWhatWouldHelpAndRepeatsNobodysId(int status, int code, int subcode, Kind kind, String name) {
        api.answers(PageApi.error(status, code, subcode));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.code()).isEqualTo(name);
            assertThat(refused.getMessage()).doesNotContain(Payload.AWA, TOKEN);
        });
        assertThat(bed.state().works()).isTrue();
        assertThat(sends("refused")).isEqualTo(1);
    }

    @Test
    void aTemplateThatMetaDoesNotKnowSendsTheMessageElsewhere() {
        try (MessengerTestBed page = new MessengerTestBed(account(api.url()).with(MessengerTestBed.quick(true)))) {
            api.answers(PageApi.error(400, 100, 0));
            assertThatThrownBy(() -> page.channel.send(MessengerTestBed.template(Payload.AWA, "complaint_solved")))
                    .isInstanceOfSatisfying(SendRefused.class, refused -> assertThat(refused.kind())
                            .isEqualTo(Kind.NO_TEMPLATE));
            api.answers(PageApi.error(400, 100, 2018001));
            assertThatThrownBy(() -> page.channel.send(MessengerTestBed.template(Payload.AWA, "complaint_solved")))
                    .isInstanceOfSatisfying(SendRefused.class, refused -> assertThat(refused.kind())
                            .isEqualTo(Kind.NOT_HERE));
        }
    }

    @Test
    void afterAThrottleTheWireIsLeftAloneForAWhileAndTheNextTimeForLonger() {
        api.answers(PageApi.error(400, 613, 0), PageApi.error(503, 0, 0));
        Duration first = pause();
        assertThat(pause()).isLessThanOrEqualTo(first);
        assertThat(api.requests).hasSize(1);
        assertThat(bed.state().works()).isTrue();

        soon().until(() -> catchThrowable(() -> bed.send("Bonjour")) != null && api.requests.size() == 2);
        assertThat(pause()).isGreaterThan(Duration.ofMillis(150));
        soon().until(() -> catchThrowable(() -> bed.send("Bonjour")) == null);
    }

    @Test
    void anAccountThatMetaRefusesIsDownUntilItIsAcceptedAgain() {
        api.answers(PageApi.error(401, 190, 463), PageApi.error(401, 190, 463));
        assertThatThrownBy(() -> bed.send("Bonjour"))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageNotContaining(TOKEN);
        assertThat(bed.state().problem()).asString().contains("code 190").doesNotContain(TOKEN);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.registry.get("parcours.messenger.up").gauge().value()).isZero();

        soon().until(() -> bed.state().works());
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
        assertThat(api.requests).hasSize(4);
        assertThat(api.requests.get(1)).startsWith("GET /v23.0/" + Payload.PAGE_ID + "?fields=id ");
    }

    @Test
    void withoutAConnectionNothingLeftAndItIsTriedUntilThereIsOne() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (MessengerTestBed unreachable = new MessengerTestBed(account("http://127.0.0.1:" + port))) {
            assertThatThrownBy(() -> unreachable.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
            assertThat(unreachable.state().problem()).asString().contains("no connection");
            try (PageApi back = new PageApi(port)) {
                soon().until(() -> unreachable.state().works());
                assertThat(unreachable.send("Bonjour").providerIds()).hasSize(1);
                assertThat(back.requests).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RawPeer.SILENCE,
                RawPeer.HANG_UP,
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"mess",
                "nonsense\r\n\r\n"
            })
    void whereNoWholeAnswerComesItIsUnknownWhetherItLeft(String answer) {
        api.answers(answer);
        long began = System.nanoTime();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(sends("unknown")).isEqualTo(1);
        assertThatThrownBy(() -> bed.send("Bonjour"))
                .as("the next sender is not kept as long")
                .isInstanceOf(ChannelUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"500, 1", "500, 2", "502, 0"})
    void whereMetaFailsItIsUnknownWhetherItLeft(int status, int code) {
        api.answers(PageApi.error(status, code, 0));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>ok</html>", "", "{\"recipient_id\": \"2500000000000001\"}"})
    void anAnswerWithoutAnIdIsUnknownToo(String body) {
        api.answers(RawPeer.answer(200, body));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aRedirectionIsNotFollowedSinceItWouldCarryTheToken() {
        api.answers("HTTP/1.1 302 Found\r\nLocation: " + api.url() + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(SendRefused.class);
        assertThat(api.requests).hasSize(1);
    }

    @Test
    void anotherTenantsPageIsNoPage() {
        OutboundMessage foreign =
                new OutboundMessage(UUID.randomUUID(), "karite", "baobab-page", Payload.AWA, "Bonjour", List.of());
        assertThatThrownBy(() -> bed.channel.send(foreign)).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.channel.account("karite")).isEmpty();
        assertThat(bed.channel.account("baobab")).contains("baobab-page");
        assertThat(bed.channel.freeTextWindow()).contains(Duration.ofHours(24));
        assertThat(api.requests).isEmpty();
    }

    @Test
    void aCustomerIsInvitedToTheirOperatorsPageAndToNoOther() {
        UUID customer = UUID.randomUUID();
        String link = bed.channel.invitation("baobab", customer).orElseThrow();
        assertThat(link).startsWith("https://m.me/sahelmobile?ref=").hasSizeLessThan(80);
        assertThat(bed.lines.all().get(0).invited(link.replaceFirst(".*ref=", "")))
                .contains(customer);
        assertThat(bed.channel.invitation("karite", customer)).isEmpty();
        MessengerAccount nameless = MessengerAccount.of("baobab", "p", "123", "t", "s", "v");
        assertThat(nameless.link("x")).isEqualTo("https://m.me/123?ref=x");
    }

    private Duration pause() {
        Throwable thrown = catchThrowable(() -> bed.send("Bonjour"));
        assertThat(thrown).isInstanceOf(ChannelUnavailable.class);
        return ((ChannelUnavailable) thrown).pause().orElseThrow();
    }

    private long sends(String outcome) {
        return bed.registry
                .get("parcours.messenger.send")
                .tags("tenant", "baobab", "account", "baobab-page", "outcome", outcome)
                .timer()
                .count();
    }
}
