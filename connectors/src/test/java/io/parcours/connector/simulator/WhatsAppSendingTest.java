package io.parcours.connector.simulator;

import static io.parcours.connector.simulator.WhatsAppTestBed.AWA;
import static io.parcours.connector.simulator.WhatsAppTestBed.HIDDEN;
import static io.parcours.connector.simulator.WhatsAppTestBed.NUMBER;
import static io.parcours.connector.simulator.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.WhatsAppBubble.State;
import io.parcours.connector.simulator.WhatsAppTestBed.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the platform may send, and what it is answered. */
@Timeout(30)
class WhatsAppSendingTest {

    private static final String TO = AWA.waId();
    private final WhatsAppTestBed bed = WhatsAppTestBed.subscribed();
    private final WhatsAppSimulator whatsApp = bed.whatsApp;

    @BeforeEach
    void awaWrites() {
        whatsApp.write(NUMBER, AWA, "Bonjour");
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aTextIsTakenNumberedShownAndKept() {
        Answer answer = bed.text("+" + TO, "Votre dossier est ouvert");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.id()).startsWith("wamid.");
        assertThat(answer.json().path("contacts").path(0).path("input").asText())
                .isEqualTo("+" + TO);
        assertThat(answer.json().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo(TO);
        assertThat(whatsApp.conversation(NUMBER, AWA))
                .extracting(WhatsAppBubble::text)
                .containsExactly("Bonjour", "Votre dossier est ouvert");
        assertThat(whatsApp.ledger().accepted())
                .extracting(WhatsAppLedger.Accepted::id)
                .containsExactly(answer.id());
    }

    @Test
    void aWrongTokenAndAStrangersNumberAreRefused() {
        Answer wrong = bed.post(NUMBER, "other", "{}");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo(190);
        assertThat(wrong.json().path("error").path("type").asText()).isEqualTo("OAuthException");
        Answer unknown = bed.post("42", "token", "{}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("error").path("error_subcode").asInt()).isEqualTo(33);
        assertThat(whatsApp.ledger().acceptedCount()).isZero();
    }

    @Test
    void afterADayOnlyATemplateReachesTheSubscriber() {
        whatsApp.approve("reminder", "fr", "Bonjour {{1}}, votre dossier {{2}} vous attend.");
        assertThat(bed.text(TO, "encore là").status()).isEqualTo(200);
        whatsApp.age(AWA, Duration.ofHours(24));
        Answer refused = bed.text(TO, "trop tard");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(131047);
        assertThat(whatsApp.events())
                .as("the protocol log tells whom it was meant for")
                .anyMatch(event -> event.status() == 400 && event.subscriber().equals(TO));
        assertThat(bed.template(TO, "reminder", "fr", "Awa", "7").status()).isEqualTo(200);
        bed.awa().write("me revoilà");
        assertThat(bed.text(TO, "bienvenue").status()).isEqualTo(200);
        assertThat(bed.awa().conversation())
                .extracting(WhatsAppBubble::text)
                .containsExactly(
                        "Bonjour", "encore là", "Bonjour Awa, votre dossier 7 vous attend.", "me revoilà", "bienvenue");
    }

    @Test
    void whoNeverWroteHasNoWindow() {
        assertThat(bed.text("2290197000002", "bonjour").code()).isEqualTo(131047);
    }

    @Test
    void aClosedWindowMayBeToldLaterByAFailedStatus() {
        whatsApp.age(AWA, Duration.ofHours(25));
        whatsApp.faults().failLater(true);
        Answer taken = bed.text(TO, "trop tard");
        assertThat(taken.status()).isEqualTo(200);
        soon().until(() -> bed.statuses(taken.id()).contains("failed"));
        assertThat(bed.posts
                        .get(bed.posts.size() - 1)
                        .json()
                        .findValue("errors")
                        .path(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131047);
        assertThat(bed.statuses(taken.id())).containsExactly("failed");
        assertThat(bed.awa().conversation().get(1).state()).isEqualTo(State.FAILED);
    }

    @Test
    void templatesAreRefusedWhenUnknownPausedOrFilledWrongly() {
        whatsApp.approve("code", "fr", 1);
        assertThat(bed.template(TO, "code", "en", "1").code()).isEqualTo(132001);
        assertThat(bed.template(TO, "code", "fr").code()).isEqualTo(132000);
        assertThat(bed.template(TO, "code", "fr", "1", "2").code()).isEqualTo(132000);
        assertThat(bed.template(TO, "code", "fr", "1").status()).isEqualTo(200);
        whatsApp.pause("code", "fr", true);
        assertThat(bed.template(TO, "code", "fr", "1").code()).isEqualTo(132015);
    }

    @Test
    void whoIsNotOnWhatsAppCannotBeReached() {
        whatsApp.notOnWhatsApp(AWA);
        assertThat(bed.text(TO, "bonjour").code()).isEqualTo(131026);
    }

    @Test
    void aSubscriberWithoutNumberIsReachedByUserId() {
        whatsApp.write(NUMBER, HIDDEN, "Bonjour");
        Answer answer = bed.post("""
                {"messaging_product": "whatsapp", "recipient": "%s", "type": "text", "text": {"body": "oui"}}""".formatted(HIDDEN.userId()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("contacts").path(0).path("user_id").asText())
                .isEqualTo(HIDDEN.userId());
        assertThat(answer.json().path("contacts").path(0).has("wa_id")).isFalse();
        assertThat(whatsApp.conversation(NUMBER, HIDDEN))
                .extracting(WhatsAppBubble::text)
                .containsExactly("Bonjour", "oui");
    }

    @Test
    void malformedRequestsAreRefusedWithAReason() {
        assertThat(bed.post("{").code()).isEqualTo(100);
        assertThat(bed.post("[]").code()).isEqualTo(100);
        assertThat(bed.post("{\"to\":\"" + TO + "\"}").details()).contains("messaging_product");
        assertThat(bed.text("", "x").details()).contains("parameter to");
        assertThat(bed.text("awa", "x").code()).isEqualTo(131009);
        assertThat(bed.text(TO, "").details()).contains("text['body']");
        assertThat(bed.text(TO, "x".repeat(4097)).details()).contains("4096");
        assertThat(bed.text(TO, "x".repeat(4096)).status()).isEqualTo(200);
        assertThat(bed.post(media("image", "{\"link\":\"ftp://host/a.png\"}")).details())
                .contains("URI");
        assertThat(bed.post(media("image", "{\"link\":\"https://host/a.png\",\"caption\":\"la facture\"}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void beyondTheRateTheNumberIsThrottled() {
        whatsApp.faults().throttleAbove(5);
        List<Integer> answers = IntStream.range(0, 20)
                .map(i -> bed.text(TO, "n° " + i).status())
                .boxed()
                .toList();
        assertThat(answers).contains(200, 429);
        assertThat(whatsApp.ledger().acceptedCount()).isEqualTo((int)
                answers.stream().filter(status -> status == 200).count());
        whatsApp.faults().throttleAbove(0);
        assertThat(bed.text(TO, "libre").status()).isEqualTo(200);
    }

    @Test
    void answersAreRefusedLateLostOrMissingAsTold() {
        whatsApp.faults().answerNext(1, 500, 131000);
        assertThat(bed.text(TO, "a")).extracting(Answer::status, Answer::code).containsExactly(500, 131000);
        whatsApp.faults().down();
        assertThat(bed.text(TO, "b").status()).isEqualTo(503);
        whatsApp.faults().up();
        whatsApp.faults().answerAfter(Duration.ofMillis(200));
        Instant asked = Instant.now();
        assertThat(bed.text(TO, "c").status()).isEqualTo(200);
        assertThat(Duration.between(asked, Instant.now())).isGreaterThan(Duration.ofMillis(190));
        whatsApp.faults().answerAfter(Duration.ZERO);
        whatsApp.faults().hangUp(1);
        assertThatThrownBy(() -> bed.text(TO, "d")).isInstanceOf(UncheckedIOException.class);
        assertThat(whatsApp.ledger().accepted())
                .as("what was taken without an answer was taken")
                .extracting(WhatsAppLedger.Accepted::text)
                .containsExactly("c", "d");
    }

    @Test
    void idsAreNotGivenAgainByTheNextSimulator() {
        try (WhatsAppTestBed next = WhatsAppTestBed.subscribed()) {
            String before = bed.text(TO, "a").id();
            next.awa().write("Bonjour");
            assertThat(next.text(TO, "a").id()).isNotEqualTo(before);
        }
    }

    private static String media(String type, String content) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"%s\",\"%s\":%s}"
                .formatted(TO, type, type, content);
    }
}
