package io.parcours.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes a mail apart, as deep and as far as a reasonable one goes, whatever is wrong with it. */
final class Parts {

    private static final int DEEPEST = 12;
    private static final int MOST = 200;

    private Parts() {}

    /** All parts that are no bundles of others, in their order. */
    static List<Part> of(Part whole) {
        List<Part> leaves = new ArrayList<>();
        gather(whole, leaves, 0);
        return leaves;
    }

    static boolean isBundle(Part part) {
        return is(part, "multipart/*");
    }

    static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException | RuntimeException unreadable) {
            return false;
        }
    }

    /** The parts of a bundle; none where it cannot be taken apart. */
    static List<Part> inside(Part bundle) {
        List<Part> parts = new ArrayList<>();
        try {
            Multipart multipart = new MimeMultipart(bundle.getDataHandler().getDataSource());
            for (int i = 0; i < multipart.getCount() && i < MOST; i++) {
                parts.add(multipart.getBodyPart(i));
            }
        } catch (MessagingException | RuntimeException broken) {
            parts.clear();
        }
        return parts;
    }

    /** What is inside, decoded; as it stands where it cannot be decoded. */
    static byte[] octets(Part part) {
        try (InputStream decoded = part.getInputStream()) {
            return decoded.readAllBytes();
        } catch (IOException | MessagingException | RuntimeException broken) {
            return raw(part);
        }
    }

    /** The same, to be read once and not held beside the mail. */
    static InputStream stream(Part part) {
        try {
            return part.getInputStream();
        } catch (IOException | MessagingException | RuntimeException broken) {
            return new ByteArrayInputStream(raw(part));
        }
    }

    private static byte[] raw(Part part) {
        try (InputStream raw = part instanceof MimeBodyPart body
                ? body.getRawInputStream()
                : ((MimeMessage) part).getRawInputStream()) {
            return raw.readAllBytes();
        } catch (IOException | MessagingException | RuntimeException nothing) {
            return new byte[0];
        }
    }

    private static void gather(Part part, List<Part> leaves, int depth) {
        List<Part> inside = isBundle(part) && depth < DEEPEST ? inside(part) : List.of();
        if (inside.isEmpty() && leaves.size() < MOST) {
            leaves.add(part);
        }
        inside.forEach(each -> gather(each, leaves, depth + 1));
    }
}
