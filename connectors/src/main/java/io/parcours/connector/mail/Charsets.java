package io.parcours.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Octets as words, also where the charset is missing, unknown or a lie. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Charsets() {}

    static String text(Part part) {
        byte[] octets = Parts.octets(part);
        Charset declared = declared(part);
        String strict = strictly(octets, declared);
        if (strict != null) {
            return lines(strict);
        }
        // What is no UTF-8 by accident is hardly ever UTF-8 by accident either.
        String guessed = strictly(octets, StandardCharsets.UTF_8);
        return lines(guessed != null ? guessed : new String(octets, declared == null ? WESTERN : declared));
    }

    /** @return null where none is told that says anything of octets beyond ASCII */
    private static Charset declared(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            Charset charset = name == null ? null : Charset.forName(MimeUtility.javaCharset(name.strip()));
            return StandardCharsets.US_ASCII.equals(charset) ? null : charset;
        } catch (MessagingException | IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String strictly(byte[] octets, Charset charset) {
        try {
            return charset == null ? null : charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }

    private static String lines(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ');
    }
}
