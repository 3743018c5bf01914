package io.parcours.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.Mutations;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Notice;
import io.parcours.tenant.TenantContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest extends MailsRead {

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "iso-8859-1, ISO-8859-1",
        "windows-1252, windows-1252",
        "iso-8859-15, ISO-8859-15",
        "utf-16le, UTF-16LE",
        "us-ascii, UTF-8",
        "us-ascii, windows-1252",
        "klingon, UTF-8",
        "klingon, windows-1252",
        "utf-8, windows-1252"
    })
    void wordsSurviveTheirCharset(String declared, String written) {
        byte[] words = "Déçu, c'est été".getBytes(Charset.forName(written));
        assertThat(text(mail(
                        "Content-Type: text/plain; charset=" + declared + "\nContent-Transfer-Encoding: base64",
                        Base64.getMimeEncoder().encodeToString(words))))
                .isEqualTo("Sujet\nDéçu, c'est été");
    }

    @Test
    void wordsWithoutAnyHeaderOfTheirEncodingAreRead() {
        assertThat(text(mail("X: y", "Déçu"))).isEqualTo("Sujet\nDéçu");
    }

    @Test
    void quotedPrintableIsReadAlsoWhereItIsBroken() {
        String type = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable";
        assertThat(text(mail(type, "D=C3=A9=\n=C3=A7u"))).isEqualTo("Sujet\nDéçu");
        assertThat(text(mail(type, "100 =ZZ sûr ="))).startsWith("Sujet\n100").contains("ZZ");
    }

    @Test
    void brokenBase64IsKeptAsItStands() {
        assertThat(text(mail(
                        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
                        "Bonj*ur tout le m!")))
                .startsWith("Sujet\n")
                .hasSizeGreaterThan(8);
    }

    @Test
    void aSubjectIsDecodedAlsoInTwoPieces() {
        String mail = mail("", "x").replace("Subject: Sujet", "Subject: =?utf-8?Q?R=C3=A9cla?=\n =?utf-8?Q?mation?=");
        assertThat(text(mail)).isEqualTo("Réclamation\nx");
    }

    @Test
    void plainWordsAreTakenBeforeHtml() {
        assertThat(text(alternatives("Bonjour en texte", "<p>Bonjour en <b>HTML</b></p>")))
                .isEqualTo("Sujet\nBonjour en texte");
        assertThat(text(alternatives("", "<p>Bonjour en <b>HTML</b></p>"))).isEqualTo("Sujet\nBonjour en HTML");
    }

    @Test
    void htmlAloneBecomesLinesWithoutWhatNobodySees() {
        assertThat(text(mail(
                        "Content-Type: text/html; charset=utf-8",
                        "<html><head><title>t</title><style>p{}</style></head><body><p>Bonjour,</p>"
                                + "<div>plus d&#39;internet<br>depuis &eacute;t&eacute;</div><script>x()</script>"
                                + "<ul><li>un</li><li>deux</li></ul></body></html>")))
                .isEqualTo("Sujet\nBonjour,\n\nplus d'internet\ndepuis été\nun\ndeux");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\n\nLe lun. 4 mai 2026 à 10:00, Baobab <service@baobab.example> a écrit :\n> Quel motif ?",
                "2\n\nLe lun. 4 mai 2026 à 10:00, Baobab Télécom Service Clients\n<service@baobab.example> a écrit :\n> Q",
                "2\nOn Mon, May 4, 2026 at 10:00 AM Baobab wrote:\n> Question",
                "2\n\n-----Message d'origine-----\nDe : Baobab\nEnvoyé : lundi\nQuestion",
                "2\n\n________________________________\nDe : Baobab\nQuestion",
                "2\n\nDe : Baobab <service@baobab.example>\nEnvoyé : lundi 4 mai\nÀ : Awa\nObjet : q\n\nQuestion",
                "> Question ?\n2",
                "2\n-- \nAwa Client\nTél. 97 00 00 01",
                "2\n\nEnvoyé de mon iPhone",
                "2\n\nSent from my Galaxy\n\n"
            })
    void anAnswerIsFoundAboveBelowAndWithoutWhatItQuotes(String body) {
        assertThat(text(reply(body))).isEqualTo("2");
    }

    @Test
    void whereNothingWouldBeLeftAllIsKept() {
        assertThat(text(reply("> Question ?\n> Réponse entre les lignes")))
                .isEqualTo("> Question ?\n> Réponse entre les lignes");
        assertThat(text(reply("-- \nAwa"))).isEqualTo("-- \nAwa");
    }

    @Test
    void whatIsOnlyLikeAQuoteIsKept() {
        assertThat(text(reply("Le technicien est venu.\nDe : 8 h à 9 h j'ai attendu.")))
                .hasLineCount(2);
        assertThat(text(mail("", "Je vous transmets :\n> leur réponse\nQue faire ?")))
                .hasLineCount(4);
    }

    @Test
    void anHtmlAnswerIsReadWithoutItsQuote() {
        String html = reply("").replace("Content-Type: text/plain", "Content-Type: text/html")
                + "<div>Oui</div><div class=\"gmail_quote\">Le lundi Baobab a écrit :<blockquote>Question</blockquote></div>";
        assertThat(text(html)).isEqualTo("Oui");
    }

    @Test
    void filesAreEachAMessageAndTheWordsGoWithTheFirst() {
        read(mixed(
                "Content-Type: text/plain\n\nVoici",
                "Content-Type: application/pdf; name=\"a.pdf\"\nContent-Disposition: attachment; filename=\"a.pdf\"\n\nx",
                "Content-Type: image/png\nContent-Disposition: attachment; filename*=utf-8''%C3%A9cran.png\n\ny"));
        assertThat(inbox.stored).extracting(InboundMessage::text).containsExactly("Sujet\nVoici", "");
        assertThat(inbox.stored)
                .extracting(message -> message.attachment().get())
                .containsExactly(
                        Attachment.media("document", "<m1@client.example>/1", "application/pdf", "a.pdf"),
                        Attachment.media("image", "<m1@client.example>/2", "image/png", "écran.png"));
        assertThat(inbox.stored)
                .extracting(InboundMessage::externalId)
                .containsExactly("<m1@client.example>", "<m1@client.example>#1");
    }

    @Test
    void aSignaturesLogoIsNoAttachment() {
        read(mixed("Content-Type: text/plain\n\nVoici", "Content-Type: image/png\nContent-ID: <logo>\n\nx"));
        assertThat(inbox.stored).singleElement().satisfies(message -> assertThat(message.attachment())
                .isEmpty());
    }

    @Test
    void aFilesNameHoldsNoPath() {
        read(mixed(
                "Content-Type: text/plain\n\nVoici",
                "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"../../etc/passwd\"\n\nx"));
        assertThat(inbox.stored.get(0).attachment().get().name()).isEqualTo("passwd");
    }

    @Test
    void aMailWithoutAnIdIsKnownByItsOctets() {
        String mail = mail("", "x").replace("Message-ID: <m1@client.example>\n", "");
        read(mail);
        read(mail);
        assertThat(inbox.stored).singleElement().satisfies(message -> assertThat(message.externalId())
                .startsWith("sha256:"));
    }

    @Test
    void aMailWithoutASenderIsANotice() {
        read(mail("", "x").replace("From: Awa <awa@client.example>\n", ""));
        read(mail("", "x").replace("Awa <awa@client.example>", "undisclosed"));
        assertThat(inbox.notices)
                .hasSize(2)
                .allMatch(notice -> notice.reason().toString().equals("mail without a sender"));
    }

    @Test
    void ofAMailThatIsNotReadItsSenderAndItsSubjectAreLegible() {
        String mail = mail("", "x").replace("Subject: Sujet", "Subject: =?UTF-8?Q?Ma_facture_est_erron=C3=A9e?=");
        byte[] beginning = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Reading reading = reader.tooLarge(beginning, AT);
        TenantContext.run(
                "baobab", () -> reading.received().forEach(each -> each.into().accept(inbox)));
        assertThat(inbox.notices).singleElement().satisfies(notice -> {
            assertThat(notice.head()).isEqualTo(new Notice.Head("awa@client.example", "Ma facture est erronée"));
            assertThat(notice.kind()).isEqualTo(Notice.Kind.WORDS);
            assertThat(notice.reason().toString()).doesNotContain("awa", "facture");
        });
    }

    @Test
    void aMailOfWhichNothingCanBeToldIsANoticeAsWell() {
        Reading reading = reader.tooLarge(new byte[] {0, -1, 13, 10, -1}, AT);
        TenantContext.run(
                "baobab", () -> reading.received().forEach(each -> each.into().accept(inbox)));
        assertThat(inbox.notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.head().sender()).isNull());
    }

    @Test
    void aLongMailIsCutAndNothingIsKeptThatADatabaseRefuses() {
        assertThat(text(mail("", "mot ".repeat(20_000) + "\0\uD800")))
                .hasSizeLessThan(20_200)
                .doesNotContain("\0");
    }

    /** Whatever it is: stored, or a notice; in bounded time, and never an exception. */
    @Test
    void brokenMailsAreStoredOrNoticed() {
        List<String> corpus = new ArrayList<>(List.of(
                "",
                "\n",
                "\0\0\0",
                "From: x",
                "no header at all, only words that go on and on",
                mail("Content-Type: multipart/mixed", "sans frontière"),
                mail("Content-Type: multipart/mixed; boundary=b", "--b"),
                mail("Content-Type: multipart/mixed; boundary=b", "--b\n\n--b--"),
                mail("Content-Type: multipart/mixed; boundary=\"\"", "--\n\nx\n--\n"),
                mail("Content-Type: ;;;==", "x"),
                mail("Content-Type: text/plain; charset=\"\"", "x"),
                mail("Content-Type: text/html", "<".repeat(5_000)),
                mail("Content-Type: text/html", "<div>".repeat(20_000) + "x"),
                mail("Content-Transfer-Encoding: x-unknown", "x"),
                mail("Content-Transfer-Encoding: base64", "====="),
                mail("Content-Transfer-Encoding: uuencode", "begin 644 x\n!!!\n"),
                mail("Content-Disposition: attachment; filename*=klingon''%ZZ", "x"),
                mail("Content-Type: message/rfc822", "From: <\nSubject: =?x?x?x?=\n\n"),
                mail("Content-Type: multipart/report; report-type=delivery-status; boundary=b", "--b\n\n--b--"),
                mail("Return-Path: <>", ""),
                mail("From: a@b, c@d", "deux"),
                mail("Subject: " + "long ".repeat(10_000), "x"),
                mail("References: " + "<a@b> ".repeat(5_000), "x"),
                mail("Subject: =?utf-8?B?!!!?=", "x"),
                nested(60)));
        Mutations damaged = new Mutations(
                7, List.of(mixed("Content-Type: text/plain\n\nVoici", "Content-Type: text/html\n\n<p>x</p>")));
        for (int i = 0; i < 600; i++) {
            corpus.add(new String(damaged.octets(), LATIN));
        }
        for (String mail : corpus) {
            int before = inbox.calls.get();
            read(mail);
            assertThat(inbox.calls.get()).as(mail).isGreaterThan(before);
        }
    }
}
