package io.parcours.connector.mail;

import static io.parcours.connector.mail.MailTestBed.SERVICE;

import io.parcours.connector.RecordingInbox;
import io.parcours.tenant.TenantContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Mails as they come over the wire, and what is read in them. */
abstract class MailsRead {

    static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
    static final String OURS = "<3f2b8c1e-0a4d-4c55-9d2e-6f1a2b3c4d5e@baobab.example>";
    static final Charset LATIN = StandardCharsets.ISO_8859_1;

    final RecordingInbox inbox = new RecordingInbox();
    final MailReader reader = new MailReader(
            MailAccount.of("baobab", "mail", "smtp://u:p@h", "imap://u:p@h", SERVICE, "Baobab"), Clock.systemUTC());

    String text(String mail) {
        read(mail.replace("<m1@", "<" + UUID.randomUUID() + "@"));
        return inbox.stored.get(inbox.stored.size() - 1).text();
    }

    void read(String mail) {
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        TenantContext.run("baobab", () -> reader.read(raw, AT).received().forEach(each -> each.into()
                .accept(inbox)));
    }

    static String mail(String headers, String body) {
        return "From: Awa <awa@client.example>\nTo: " + SERVICE + "\nSubject: Sujet\nMessage-ID: <m1@client.example>\n"
                + (headers.isEmpty() ? "" : headers + "\n") + "\n" + body;
    }

    static String reply(String body) {
        return mail("In-Reply-To: " + OURS + "\nContent-Type: text/plain; charset=utf-8", body)
                .replace("Subject: Sujet", "Subject: Re: Sujet");
    }

    static String alternatives(String text, String html) {
        return mail(
                "Content-Type: multipart/alternative; boundary=b",
                "--b\nContent-Type: text/plain; charset=utf-8\n\n" + text
                        + "\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b--\n");
    }

    static String mixed(String... parts) {
        return mail("Content-Type: multipart/mixed; boundary=b", "--b\n" + String.join("\n--b\n", parts) + "\n--b--\n");
    }

    static String nested(int depth) {
        String inner = "Content-Type: text/plain\n\nprofond";
        for (int i = 0; i < depth; i++) {
            inner = "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n" + inner + "\n--b" + i
                    + "--\n";
        }
        return "From: a@b.example\n" + inner;
    }

    static String report(String action, String status, String id) {
        return mail(
                "Return-Path: <>\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
                "--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\n"
                        + "Reporting-MTA: dns; mx.client.example\n\nFinal-Recipient: rfc822; awa@client.example\nAction: "
                        + action + "\nStatus: " + status + "\n\n--b\nContent-Type: message/rfc822\n\nFrom: " + SERVICE
                        + "\nMessage-ID: " + id + "\nSubject: x\n\nBonjour\n--b--\n");
    }
}
