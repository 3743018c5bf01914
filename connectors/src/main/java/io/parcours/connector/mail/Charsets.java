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
        return lines(guessed(octets));
    }

    /** Headers hold ASCII by the book, and whatever the sender's program thinks in by practice. */
    static String header(String octets) {
        return octets.chars().allMatch(octet -> octet < 0x80)
                ? octets
                : guessed(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Octets that could be UTF-8 are hardly ever anything else. */
    private static String guessed(byte[] octets) {
        String unicode = strictly(octets, StandardCharsets.UTF_8);
        return unicode != null ? unicode : new String(octets, WESTERN);
    }

    /** @return null where none is told that says anything of octets beyond ASCII */
    private static Charset declared(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            boolean says = name != null && !name.strip().equalsIgnoreCase("us-ascii");
            return says ? Charset.forName(MimeUtility.javaCharset(name.strip())) : null;
        } catch (MessagingException | IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String strictly(byte[] octets, Charset charset) {
        try {
            return charset == null
                    ? null
                    : charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }

    private static String lines(String text) {
        return text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00A0', ' ');
    }
}
