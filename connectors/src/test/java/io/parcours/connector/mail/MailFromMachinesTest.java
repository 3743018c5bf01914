package io.parcours.connector.mail;

import static io.parcours.connector.mail.MailTestBed.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails that nobody wrote: absences, lists, reports of delivery, our own. */
class MailFromMachinesTest extends MailsRead {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied|Auto-Submitted",
                "Auto-Submitted: auto-generated (x)|Auto-Submitted",
                "Precedence: bulk|Precedence",
                "Precedence: List|Precedence",
                "X-Auto-Response-Suppress: All|X-Auto-Response-Suppress",
                "X-Autoreply: yes|X-Autoreply",
                "List-Id: <news.example>|List-Id",
                "Return-Path: <>|no return path"
            })
    void aMachinesMailIsANoticeWithItsReason(String header, String mark) {
        read(mail(header, "Je suis absent"));
        assertThat(inbox.stored).isEmpty();
        assertThat(inbox.notices).singleElement().satisfies(notice -> {
            assertThat(notice.reason()).hasToString("automatic mail (" + mark + ")");
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NEWS);
        });
    }

    @Test
    void aPersonsMailIsNotTakenForAMachines() {
        read(mail("Auto-Submitted: no\nReturn-Path: <awa@client.example>\nX-Priority: 1", "Bonjour"));
        read(mail("", "Je suis hors du bureau").replace("Subject: Sujet", "Subject: Absence de réseau"));
        assertThat(inbox.notices).isEmpty();
    }

    @Test
    void absencesAreToldByTheirSubjectsWhereNothingElseTells() {
        for (String subject :
                List.of("Réponse automatique : x", "Automatic reply: x", "Out of Office", "Absence du bureau")) {
            read(mail("", "absent").replace("Subject: Sujet", "Subject: " + subject));
        }
        assertThat(inbox.stored).isEmpty();
        assertThat(inbox.notices).hasSize(4);
    }

    @Test
    void ourOwnMailThatComesBackIsANotice() {
        read(mail("", "x").replace("awa@client.example", SERVICE.toUpperCase()));
        read(mail("", "x").replace("<m1@client.example>", OURS));
        assertThat(inbox.notices)
                .hasSize(2)
                .allMatch(notice -> notice.reason().toString().equals("our own mail"));
    }

    @ParameterizedTest
    @CsvSource({"failed, 5.1.1", "failed, 4.4.7"})
    void aReportOfFailureIsAReceipt(String action, String status) {
        read(report(action, status, OURS));
        Receipt receipt = inbox.receipts.get(0);
        assertThat(receipt.providerId()).isEqualTo(OURS);
        assertThat(receipt.state()).isEqualTo(DeliveryState.UNDELIVERABLE);
        assertThat(receipt.errorCode()).isEqualTo(status);
    }

    @Test
    void aReportOfDeliveryIsAReceiptAndOneOfDelayIsNone() {
        read(report("delivered", "2.0.0", OURS));
        assertThat(inbox.receipts.get(0).state()).isEqualTo(DeliveryState.DELIVERED);
        read(report("delayed", "4.4.1", OURS));
        read(report("failed", "5.1.1", "<other@elsewhere.example>"));
        assertThat(inbox.receipts).hasSize(1);
        assertThat(inbox.reasons())
                .containsExactly("report that a mail is delayed", "report about a mail that is not ours");
    }

    @Test
    void aReportNamesItsMailAndNotThoseBeforeIt() {
        String earlier = OURS.replace("3f2b", "aaaa");
        read(report("failed", "5.1.1", OURS)
                .replace("Message-ID: " + OURS, "References: " + earlier + "\nMessage-ID: " + OURS));
        assertThat(inbox.receipts.get(0).providerId()).isEqualTo(OURS);
    }

    @Test
    void aBounceInPlainWordsIsAReceiptWhereItQuotesOurId() {
        read(mail("", "550 5.1.1 unknown user\n\n--- headers ---\nMessage-ID: " + OURS + "\nSubject: x")
                .replace("awa@client.example", "MAILER-DAEMON@client.example"));
        assertThat(inbox.receipts).singleElement().satisfies(receipt -> {
            assertThat(receipt.providerId()).isEqualTo(OURS);
            assertThat(receipt.errorCode()).isEqualTo("5.1.1");
        });
    }

    @Test
    void aSubscriberWhoQuotesOurIdHasNotBounced() {
        read(mail("", "J'ai reçu ceci :\nMessage-ID: " + OURS));
        assertThat(inbox.receipts).isEmpty();
        assertThat(inbox.stored).hasSize(1);
    }
}
