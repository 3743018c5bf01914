package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.account;
import static io.parcours.connector.whatsapp.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.account.AccountValues;
import io.parcours.connector.TestRoutes;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta's answer about an account says of it. */
@Timeout(30)
class WhatsAppCheckTest {

    private static final String HIDDEN =
            RawCloud.answer(400, "{\"error\": {\"code\": 100, \"error_subcode\": 33, \"message\": \"Object 4711\"}}");

    private final RawCloud cloud = new RawCloud();
    private final WhatsAppTestBed bed = new WhatsAppTestBed(account(cloud.url()));

    @AfterEach
    void stop() {
        bed.close();
        cloud.close();
    }

    @Test
    void onlyTheIdThatWasAskedForIsAYes() {
        assertThat(test()).isEmpty();
        assertThat(cloud.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | 190 | 0 | Meta refuse le jeton (HTTP 401, code 190) : renouvelez-le chez Meta",
                "400 | 100 | 33 | Meta ne connaît pas cet identifiant, ou le jeton n’y donne pas accès (HTTP 400, code 100/33)",
                "404 | 803 | 0 | Meta ne connaît pas cet identifiant, ou le jeton n’y donne pas accès (HTTP 404, code 803)",
                "400 | 2635 | 0 | Meta refuse le compte (HTTP 400, code 2635) : vérifiez jeton, autorisations et identifiant",
                "500 | 0 | 0 | Meta n’est pas en mesure de répondre pour l’instant (HTTP 500)",
                "429 | 4 | 0 | Meta n’est pas en mesure de répondre pour l’instant (HTTP 429, code 4)",
                "404 | 0 | 0 | Ce n’est pas l’API de Meta qui répond à cette adresse (HTTP 404)",
                "302 | 0 | 0 | Ce n’est pas l’API de Meta qui répond à cette adresse (HTTP 302)"
            })
    void whatIsWrongIsToldInASentence(int status, int code, int subcode, String sentence) {
        String error = "{\"error\": {\"code\": " + code + ", \"error_subcode\": " + subcode + "}}";
        cloud.answers(RawCloud.answer(status, code == 0 ? "<html></html>" : error));

        assertThat(test()).hasValueSatisfying(problem -> assertThat(problem.in(Locale.FRENCH))
                .isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>Sign in to this network</html>", "{\"id\": \"4712\"}", ""})
    void anAnswerWithoutThatIdIsSomebodyElses(String body) {
        cloud.answers(RawCloud.answer(200, body));
        assertThat(test()).contains(Problem.of("meta.notMeta", "HTTP 200"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, <html></html>, Meta cannot answer",
        "404, <html></html>, not Meta’s API",
        "200, {}, not Meta’s API"
    })
    void anAccountThatIsDownIsNotPutUpByAnAnswerThatIsNoYes(int status, String body, String said) {
        cloud.answers(RawCloud.error(401, 190));
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        String no = RawCloud.answer(status, body);
        cloud.answers(no, no, no, no, no, no, no, no);

        soon().until(() -> String.valueOf(bed.state().problem()).contains(said));
        await().during(Duration.ofMillis(150)).until(() -> !bed.state().works());

        soon().until(() -> bed.state().works());
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
    }

    /** A token may have the messages and not the number: only the messages can tell then. */
    @Test
    void anAccountAtWorkIsNotKeptDownByAQuestionThatItsTokenMayNotAsk() {
        cloud.answers(RawCloud.error(401, 190), HIDDEN);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);

        soon().until(() -> bed.state().works());
        assertThat(cloud.requests).as("the message, and one question").hasSize(2);
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
    }

    private Optional<Problem> test() {
        WhatsAppAccountKind kind =
                new WhatsAppAccountKind(bed.lines, bed.checks, bed.meters, TestRoutes.on(bed.camel), Clock.systemUTC());
        return kind.test(new AccountValues(
                "karite",
                "whatsapp",
                "support",
                Map.of(
                        "phoneNumberId", "4711",
                        "token", "token-1",
                        "appSecret", "secret-1",
                        "verifyToken", "verify-1",
                        "url", cloud.url())));
    }
}
