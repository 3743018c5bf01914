package io.parcours.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;

/** A mail of ours: it keeps the id that it was given, and knows whether it began to leave. */
final class Letter extends MimeMessage {

    private final String id;
    private volatile boolean left;

    Letter(String id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    /** With its angle brackets. */
    String id() {
        return id;
    }

    /** Whether the server may have it: before this, nothing of it was on the wire. */
    boolean left() {
        return left;
    }

    /** What is read where no HTML is shown. */
    String words() {
        try {
            Object plain = ((Multipart) getContent()).getBodyPart(0).getContent();
            return plain.toString().replace("\r\n", "\n").strip();
        } catch (IOException | MessagingException impossible) {
            throw new IllegalStateException("A mail of ours could not be read", impossible);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        left = true;
        super.writeTo(out, ignored);
    }
}
