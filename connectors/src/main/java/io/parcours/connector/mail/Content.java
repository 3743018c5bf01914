package io.parcours.connector.mail;

import io.parcours.connector.web.Fields;
import io.parcours.conversation.Attachment;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody wrote and attached.
 *
 * @param text in lines, quotes and signature included
 */
record Content(String text, List<Enclosed> attached) {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int DEEPEST = 12;
    /** A mail with more holds a machine's work, or nothing that anybody means to read. */
    private static final int MOST_FILES = 50;

    /** Pictures below this that stand in the text are part of a signature, as a logo is. */
    private static final int DECORATION = 20_000;

    /** A thing attached, and its octets. */
    record Enclosed(Attachment attachment, Part part) {}

    Content {
        attached = List.copyOf(attached);
    }

    /** @param id of the mail, by which a file of it is found in the mailbox */
    static Content of(MimeMessage mail, String id) {
        List<String> texts = new ArrayList<>();
        List<Part> files = new ArrayList<>();
        gather(mail, texts, files, 0);
        List<Enclosed> attached = new ArrayList<>();
        for (Part file : files) {
            attached.add(new Enclosed(attachment(file, id + "/" + (attached.size() + 1)), file));
        }
        String text = String.join("\n", texts).strip();
        return new Content(
                Fields.storable(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + " […]" : text),
                attached);
    }

    private static void gather(Part part, List<String> texts, List<Part> files, int depth) {
        List<Part> inside = Parts.isBundle(part) && depth < DEEPEST ? Parts.inside(part) : List.of();
        if (inside.isEmpty()) {
            if (isFile(part)) {
                if (files.size() < MOST_FILES) {
                    files.add(part);
                }
            } else if (!isDecoration(part)) {
                texts.add(text(part));
            }
        } else if (Parts.is(part, "multipart/alternative")) {
            alternatives(inside, texts, files, depth);
        } else {
            inside.forEach(each -> gather(each, texts, files, depth + 1));
        }
    }

    /** The same in several ways: plain words where there are any, else the richest; files hang at any of them. */
    private static void alternatives(List<Part> inside, List<String> texts, List<Part> files, int depth) {
        String chosen = "";
        for (Part each : inside) {
            List<String> way = new ArrayList<>();
            gather(each, way, files, depth + 1);
            String text = String.join("\n", way).strip();
            boolean plain = Parts.is(each, "text/plain");
            if (!text.isEmpty() && (plain || chosen.isEmpty())) {
                chosen = text;
            }
        }
        if (!chosen.isEmpty()) {
            texts.add(chosen);
        }
    }

    private static String text(Part part) {
        String words = Charsets.text(part);
        return Parts.is(part, "text/html") ? HtmlText.of(words) : words;
    }

    private static boolean isFile(Part part) {
        String disposition = disposition(part);
        if (Part.ATTACHMENT.equalsIgnoreCase(disposition)) {
            return true;
        }
        boolean words = type(part).isEmpty()
                || Parts.is(part, "text/plain")
                || Parts.is(part, "text/html")
                || Parts.isBundle(part);
        return words ? name(part) != null && !Part.INLINE.equalsIgnoreCase(disposition) : !isDecoration(part);
    }

    private static String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    private static boolean isDecoration(Part part) {
        try {
            return part.getHeader("Content-ID") != null
                    && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part))
                    && type(part).startsWith("image/")
                    && Parts.octets(part).length <= DECORATION;
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    private static Attachment attachment(Part file, String mediaId) {
        String type = type(file);
        return Attachment.media(kind(type), mediaId, type.isEmpty() ? null : type, name(file));
    }

    private static String kind(String type) {
        String family = type.split("/", 2)[0];
        return Set.of("image", "audio", "video").contains(family) ? family : "document";
    }

    private static String type(Part part) {
        try {
            String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}") ? type : "";
        } catch (MessagingException | RuntimeException unreadable) {
            return "";
        }
    }

    private static String name(Part part) {
        try {
            String name = part.getFileName();
            String plain = name == null
                    ? ""
                    : Fields.storable(Headers.decoded(name))
                            .replaceAll(".*[/\\\\]", "")
                            .replaceAll("\\p{Cntrl}", "")
                            .strip();
            return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        } catch (MessagingException | RuntimeException unreadable) {
            return null;
        }
    }
}
