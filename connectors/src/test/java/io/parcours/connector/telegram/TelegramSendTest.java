package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.BOT_ID;
import static io.parcours.connector.telegram.TelegramTestBed.SECRET_HALF;
import static io.parcours.connector.telegram.TelegramTestBed.TOKEN;
import static io.parcours.connector.telegram.TelegramTestBed.account;
import static io.parcours.connector.telegram.TelegramTestBed.soon;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TelegramSendTest {

    private static final String ME = BotPeer.result("{\"id\": 7000000001, \"username\": \"Baobab_Bot\"}");

    private final BotPeer peer = new BotPeer();
    private final TelegramTestBed bed = new TelegramTestBed(account(peer.url()));

    @AfterEach
    void stop() {
        bed.close();
        peer.close();
    }

    @Test
    void aTextIsTakenAndItsIdNamesTheConversationToo() {
        assertThat(bed.sendTo("9100001", "Bonjour").providerIds()).containsExactly("9100001/77");
        assertThat(peer.requests.get(0)).startsWith("POST /bot" + TOKEN + "/sendMessage HTTP/1.1\r\n");
        assertThat(peer.body(0))
                .contains("\"chat_id\":9100001", "\"text\":\"Bonjour\"", "\"is_disabled\":true")
                .doesNotContain("parse_mode");
        assertThat(sends("sent")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+2290197000001", "@awa", "-100200300", "0", "", "1; drop", "12345678901234567890123"})
    void anAddressThatIsNobodysIdReachesNobodyHere(String address) {
        assertThatThrownBy(() -> bed.sendTo(address, "Bonjour"))
                .isInstanceOfSatisfying(
                        SendRefused.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.NOT_HERE));
        assertThat(peer.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden: bot was blocked by the user, NOT_HERE, blocked",
        "403, Forbidden: user is deactivated, NOT_HERE, deactivated",
        "403, Forbidden: bot can't initiate conversation with a user, NOT_HERE, not-started",
        "403, Forbidden: something new, NOT_HERE, http-403",
        "400, Bad Request: chat not found, NOT_HERE, chat-not-found",
        "400, Bad Request: group chat was upgraded to a supergroup chat, NOT_HERE, group",
        "400, Bad Request: message text is empty, PERHAPS_LATER, http-400",
        "413, Request Entity Too Large, PERHAPS_LATER, http-413"
    })
    void aRefusalSaysWhatWouldHelp(int code, String description, Kind kind, String name) {
        peer.answers(BotPeer.error(code, description));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.code()).isEqualTo(name);
            assertThat(refused.getMessage()).contains(BOT_ID).doesNotContain(SECRET_HALF, description);
        });
        assertThat(bed.state().works()).isTrue();
        assertThat(sends("refused")).isEqualTo(1);
    }

    @Test
    void aFloodLeavesTheWireAloneForAsLongAsTelegramSays() {
        peer.answers(BotPeer.flood(7));
        assertThat(pause()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
        assertThat(pause()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
        assertThat(peer.requests).hasSize(1);
        assertThat(bed.state().works()).isTrue();
    }

    @Test
    void aFloodOfNoKnownLengthLeavesItAloneForAMoment() {
        peer.answers(BotPeer.error(429, "Too Many Requests"));
        assertThat(pause()).isBetween(Duration.ofMillis(1), Duration.ofMillis(50));
        soon().until(() -> catchThrowable(() -> bed.send("Bonjour")) == null);
    }

    @Test
    void onePersonHearsOneMessageASecondAndOthersDoNotWaitForIt() {
        bed.sendTo("9100001", "Un");
        assertThatThrownBy(() -> bed.sendTo("9100001", "Deux"))
                .isInstanceOfSatisfying(ChannelUnavailable.class, wait -> assertThat(wait.pause())
                        .contains(Duration.ofSeconds(1)));
        assertThat(bed.sendTo("9100002", "Un").providerIds()).hasSize(1);
        soon().until(() -> catchThrowable(() -> bed.sendTo("9100001", "Deux")) == null);
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found"})
    void aBotWhoseTokenWasRevokedIsDownUntilItIsGivenBack(int code, String description) {
        peer.answers(BotPeer.error(code, description), BotPeer.error(code, description), ME);
        assertThatThrownBy(() -> bed.send("Bonjour"))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageNotContaining(SECRET_HALF);
        assertThat(bed.state().problem())
                .asString()
                .contains("HTTP " + code, "revoked")
                .doesNotContain(SECRET_HALF);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.registry.get("parcours.telegram.up").gauge().value()).isZero();

        soon().until(() -> bed.state().works());
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
        assertThat(peer.requests).hasSize(4);
        assertThat(peer.requests.get(1)).startsWith("POST /bot" + TOKEN + "/getMe ");
    }

    @Test
    void theTokenOfAnotherBotIsFoundByTheCheck() throws Exception {
        peer.answers(BotPeer.result("{\"id\": 7000000001, \"username\": \"someone_else\"}"));
        assertThat(bed.line().problem().toCompletableFuture().get()).hasValueSatisfying(problem -> assertThat(problem)
                .hasToString("The token is not that of the bot baobab_bot"));
        peer.answers(ME, BotPeer.answer(502, "<html/>"));
        assertThat(bed.line().problem().toCompletableFuture().get()).isEmpty();
        assertThatThrownBy(() -> bed.line().problem().toCompletableFuture().get())
                .hasRootCauseMessage("Telegram is not at work (HTTP 502)");
    }

    @Test
    void withoutAConnectionNothingLeftAndNoFailureNamesTheToken() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (TelegramTestBed unreachable = new TelegramTestBed(account("http://127.0.0.1:" + port))) {
            Throwable thrown = catchThrowable(() -> unreachable.send("Bonjour"));
            assertThat(thrown).isInstanceOf(ChannelUnavailable.class);
            assertThat(words(thrown)).contains("/bot" + BOT_ID).doesNotContain(SECRET_HALF);
            assertThat(unreachable.state().problem()).asString().contains("cannot be reached");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RawPeer.SILENCE, RawPeer.HANG_UP, "no HTTP at all\r\n\r\n"})
    void anAnswerThatNeverComesIsUnknownInBoundedTimeAndNamesNoToken(String answer) {
        peer.answers(answer);
        Throwable thrown = catchThrowable(() -> bed.send("Ma facture"));
        assertThat(thrown).isInstanceOf(OutcomeUnknown.class);
        assertThat(words(thrown)).doesNotContain(SECRET_HALF, "Ma facture");
        assertThat(sends("unknown")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void whereTelegramFailedItIsUnknown(int status) {
        peer.answers(RawPeer.answer(status, "<html>Bad Gateway</html>"));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
        assertThat(bed.state().works()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>ok</html>", "", "{\"ok\": true, \"result\": true}"})
    void anAnswerWithoutAnIdIsUnknownToo(String body) {
        peer.answers(RawPeer.answer(200, body));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        peer.answers(RawPeer.answer(200, "{\"a\": \"" + "x".repeat(300_000) + "\"}"));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aRedirectionIsNotFollowedSinceItWouldCarryTheToken() {
        peer.answers("HTTP/1.1 302 Found\r\nLocation: " + peer.url() + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(SendRefused.class);
        assertThat(peer.requests).hasSize(1);
    }

    @Test
    void aLongTextLeavesInPiecesAndWhatIsCutOffIsUnknown() {
        assertThat(bed.send("mot ".repeat(1_500)).providerIds()).hasSize(2);
        peer.answers(BotPeer.result("{\"message_id\": 78}"), BotPeer.flood(1));
        assertThatThrownBy(() -> bed.send("mot ".repeat(1_500))).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anotherTenantsAccountIsNoAccount() {
        OutboundMessage foreign =
                new OutboundMessage(UUID.randomUUID(), "karite", "baobab-bot", "9100001", "Bonjour", List.of());
        assertThatThrownBy(() -> bed.channel.send(foreign)).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.channel.account("karite")).isEmpty();
        assertThat(bed.channel.invitation("karite", UUID.randomUUID())).isEmpty();
        assertThat(bed.channel.account("baobab")).contains("baobab-bot");
        assertThat(bed.channel.freeTextWindow()).isEmpty();
        assertThat(peer.requests).isEmpty();
    }

    private Duration pause() {
        Throwable thrown = catchThrowable(() -> bed.send("Bonjour"));
        assertThat(thrown).isInstanceOf(ChannelUnavailable.class);
        return ((ChannelUnavailable) thrown).pause().orElseThrow();
    }

    /** Of a failure and its causes, all that a log would show. */
    private static String words(Throwable failure) {
        return String.join(
                "\n",
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .map(Throwable::toString)
                        .toList());
    }

    private long sends(String outcome) {
        return bed.registry
                .get("parcours.telegram.send")
                .tags("tenant", "baobab", "account", "baobab-bot", "outcome", outcome)
                .timer()
                .count();
    }
}
