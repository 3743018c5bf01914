package io.parcours.connector.mail;

import io.parcours.connector.NumberedLines;
import io.parcours.connector.mail.MailThreads.MailThread;
import io.parcours.conversation.OutboundFile;
import io.parcours.conversation.OutboundMessage;
import io.parcours.language.Language;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Makes a mail of a message: the same words as text and as HTML, below the mail that it answers. */
final class LetterWriter {

    private static final String UTF_8 = "utf-8";
    private static final int MOST_REFERENCES = 10;
    private static final ResourceBundle.Control NO_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final MailAccount account;
    private final Optional<MailThread> thread;
    private final Instant now;

    LetterWriter(MailAccount account, Optional<MailThread> thread, Instant now) {
        this.account = account;
        this.thread = thread;
        this.now = now;
    }

    /** @param to an address that was looked at before */
    Letter write(OutboundMessage message, String to) {
        // The same at each try, so that whoever sees two copies can tell.
        Letter letter = new Letter("<" + message.id() + "@" + account.domain() + ">");
        try {
            letter.setFrom(new InternetAddress(account.address(), account.sender(), UTF_8));
            letter.setRecipient(RecipientType.TO, new InternetAddress(to));
            letter.setSubject(subject(message.language()), UTF_8);
            letter.setSentDate(Date.from(now));
            // No machine shall answer a machine (RFC 3834; the second is Exchange's).
            letter.setHeader("Auto-Submitted", "auto-generated");
            letter.setHeader("X-Auto-Response-Suppress", "All");
            if (thread.isPresent()) {
                letter.setHeader("In-Reply-To", thread.get().messageId());
                letter.setHeader("References", references(thread.get()));
            }
            letter.setContent(message.file().isPresent() ? mixed(message) : alternatives(message));
            letter.saveChanges();
            return letter;
        } catch (MessagingException | UnsupportedEncodingException impossible) {
            throw new IllegalStateException("A mail could not be written", impossible);
        }
    }

    /** @param language of the words that we begin with; French where it is null or none of ours */
    String subject(String language) {
        return thread.map(MailThread::subject)
                .filter(subject -> !subject.isBlank())
                .map(subject -> Headers.isReply(subject) ? subject : "Re: " + subject)
                .orElseGet(() ->
                        ours(account.options().subject(), "subject", language).replace("{sender}", account.sender()));
    }

    private static String ours(String configured, String key, String language) {
        return configured == null
                ? ResourceBundle.getBundle(
                                "mail/letter", Language.orFrench(language).locale(), NO_DEFAULT)
                        .getString(key)
                : configured;
    }

    private MimeMultipart alternatives(OutboundMessage message) throws MessagingException {
        String hint = message.choices().isEmpty()
                ? ""
                : ours(account.options().choiceHint(), "choiceHint", message.language());
        String plain = NumberedLines.of(message) + (hint.isEmpty() ? "" : "\n\n" + hint) + "\n";
        MimeBodyPart text = new MimeBodyPart();
        text.setText(plain.replace("\r\n", "\n").replace("\n", "\r\n"), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HtmlBody.of(message, hint, account.sender()), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private MimeMultipart mixed(OutboundMessage message) throws MessagingException, UnsupportedEncodingException {
        OutboundFile file = message.file().orElseThrow();
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives(message));
        MimeBodyPart enclosed = new MimeBodyPart();
        enclosed.setDataHandler(new DataHandler(new ByteArrayDataSource(file.octets(), file.type())));
        enclosed.setDisposition(Part.ATTACHMENT);
        enclosed.setFileName(MimeUtility.encodeText(file.name(), UTF_8, null));
        return new MimeMultipart("mixed", words, enclosed);
    }

    private static String references(MailThread last) {
        List<String> before = last.references();
        return Stream.concat(
                        before.stream().skip(Math.max(0, before.size() - MOST_REFERENCES)), Stream.of(last.messageId()))
                .reduce((one, next) -> one + "\r\n " + next)
                .orElseThrow();
    }
}
