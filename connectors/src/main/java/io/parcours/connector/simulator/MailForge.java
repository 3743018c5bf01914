package io.parcours.connector.simulator;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** Makes the mails that subscribers' programs and mail systems make, and reads those of the platform as they would. */
final class MailForge {

    private static final String UTF_8 = "utf-8";

    private final Session session = Session.getInstance(new Properties());

    /** What a mail program keeps of a mail to be answered. */
    MimeMessage parse(String raw) {
        try {
            return new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException broken) {
            throw new IllegalArgumentException("Not a mail", broken);
        }
    }

    MimeMessage written(String from, String to, String subject, String text) throws MessagingException {
        MimeMessage mail = begun(from, to, subject);
        mail.setText(text, UTF_8);
        return sealed(mail);
    }

    MimeMessage withFile(String from, String to, String subject, String text, String name, String type, byte[] file)
            throws MessagingException {
        MimeMessage mail = begun(from, to, subject);
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, UTF_8);
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file, type)));
        attached.setFileName(name);
        attached.setDisposition(Part.ATTACHMENT);
        mail.setContent(new MimeMultipart("mixed", words, attached));
        return sealed(mail);
    }

    /** As mail programs answer: below the answer stands what is answered. */
    MimeMessage answer(SimulatedMail to, String text) throws MessagingException {
        String subject = to.subject().startsWith("Re: ") ? to.subject() : "Re: " + to.subject();
        MimeMessage mail = begun(to.subscriber(), to.account(), subject);
        mail.setHeader("In-Reply-To", to.id());
        mail.setHeader("References", to.id());
        mail.setText(
                text + "\n\nLe " + to.at() + ", " + to.sender() + " a écrit :\n> "
                        + to.text().strip().replace("\n", "\n> ") + "\n",
                UTF_8);
        return sealed(mail);
    }

    /** As a program answers whose owner is away. */
    MimeMessage automatic(SimulatedMail to) throws MessagingException {
        MimeMessage mail = begun(to.subscriber(), to.account(), "Absence du bureau : " + to.subject());
        mail.setHeader("In-Reply-To", to.id());
        mail.setHeader("Auto-Submitted", "auto-replied");
        mail.setText("Je suis absent et vous répondrai à mon retour.", UTF_8);
        return sealed(mail);
    }

    /** As a mail system tells that there is no such mailbox (RFC 3464). */
    MimeMessage bounce(SimulatedMail of, String raw) throws MessagingException {
        String domain = of.subscriber().substring(of.subscriber().indexOf('@') + 1);
        MimeMessage mail = begun("mailer-daemon@" + domain, of.account(), "Undelivered Mail Returned to Sender");
        mail.setHeader("Return-Path", "<>");
        mail.setHeader("Auto-Submitted", "auto-replied");
        MimeBodyPart words = new MimeBodyPart();
        words.setText("The mail system could not deliver your message.", UTF_8);
        MimeBodyPart status = part(
                "message/delivery-status",
                "Reporting-MTA: dns; " + domain + "\r\n\r\nFinal-Recipient: rfc822; " + of.subscriber()
                        + "\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such user\r\n");
        MimeBodyPart headers = part("text/rfc822-headers", raw.split("\r\n\r\n", 2)[0] + "\r\n");
        MimeMultipart report = new MimeMultipart("report; report-type=delivery-status", words, status, headers);
        mail.setContent(report);
        return sealed(mail);
    }

    /** The words of one kind, {@code text/plain} or {@code text/html}; empty where there are none. */
    static String words(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent()).replace("\r\n", "\n").strip();
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart each = parts.getBodyPart(i);
                    String words = words(each, type);
                    if (!words.isEmpty()) {
                        return words;
                    }
                }
            }
            return "";
        } catch (MessagingException | IOException unreadable) {
            return "";
        }
    }

    /** As a mail program shows it. */
    static SimulatedMail shown(String account, String subscriber, MimeMessage mail, boolean fromSubscriber) {
        try {
            InternetAddress sender = (InternetAddress) mail.getFrom()[0];
            return new SimulatedMail(
                    header(mail, "Message-ID"),
                    Instant.now(),
                    account,
                    subscriber,
                    fromSubscriber,
                    sender.getPersonal() == null ? sender.getAddress() : sender.getPersonal(),
                    mail.getSubject(),
                    words(mail, "text/plain"),
                    words(mail, "text/html"),
                    header(mail, "In-Reply-To"),
                    false);
        } catch (MessagingException unreadable) {
            throw new IllegalArgumentException("Not a mail that can be shown", unreadable);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            String value = mail.getHeader(name, null);
            return value == null ? "" : value.strip();
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private MimeMessage begun(String from, String to, String subject) throws MessagingException {
        MimeMessage mail = new Identified(session, "<" + UUID.randomUUID() + "@mail.example>");
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, UTF_8);
        mail.setSentDate(new Date());
        return mail;
    }

    private static MimeMessage sealed(MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String type, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.ISO_8859_1), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    /** Keeps the id that it was made with. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
