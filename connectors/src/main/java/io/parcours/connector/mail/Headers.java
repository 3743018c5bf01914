package io.parcours.connector.mail;

import io.parcours.connector.mail.MailThreads.MailThread;
import io.parcours.connector.web.Fields;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of a mail, read as far as they can be. */
final class Headers {

    private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,250}>");
    private static final Pattern REPLY = Pattern.compile("(?i)^\\s*(re|ré|rép|aw|sv)\\s*(\\[\\d+])?\\s*:.*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\",:;]+@[^\\s<>()\",:;]+");
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_REFERENCES = 10;

    private final MimeMessage mail;

    Headers(MimeMessage mail) {
        this.mail = mail;
    }

    /** @param name as they call themselves; null where not told */
    record Sender(String address, String name) {}

    /** The first value, unfolded, or empty. */
    String first(String header) {
        try {
            String[] values = mail.getHeader(header);
            return values == null
                    ? ""
                    : Charsets.header(MimeUtility.unfold(values[0])).strip();
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    boolean has(String header) {
        try {
            return mail.getHeader(header) != null;
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    Optional<Sender> sender() {
        String from = first("From");
        try {
            for (InternetAddress each : InternetAddress.parseHeader(from, false)) {
                Optional<Sender> sender =
                        Address.of(each.getAddress()).map(address -> named(address, each.getPersonal()));
                if (sender.isPresent()) {
                    return sender;
                }
            }
        } catch (MessagingException notByTheBook) {
            // Something that looks like one will do.
        }
        Matcher written = ADDRESS.matcher(from);
        return written.find() ? Address.of(written.group()).map(address -> named(address, null)) : Optional.empty();
    }

    /** With its angle brackets, as ids in references have them. */
    Optional<String> messageId() {
        return ids("Message-ID").stream().findFirst();
    }

    String subject() {
        String subject = decoded(first("Subject")).replaceAll("\\s+", " ").strip();
        return Fields.storable(cut(subject, LONGEST_SUBJECT));
    }

    boolean isReply() {
        return has("In-Reply-To") || isReply(subject());
    }

    static boolean isReply(String subject) {
        return REPLY.matcher(subject).matches();
    }

    /** The mails that it answers, the nearest first. */
    List<String> answers() {
        List<String> answers = new ArrayList<>(ids("In-Reply-To"));
        List<String> before = ids("References");
        Collections.reverse(before);
        answers.addAll(before);
        return answers.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    /** Where an answer belongs. */
    MailThread thread() {
        List<String> before = ids("References");
        List<String> last = before.subList(Math.max(0, before.size() - MOST_REFERENCES), before.size());
        return new MailThread(messageId().orElse(""), last, subject());
    }

    List<String> ids(String header) {
        List<String> ids = new ArrayList<>();
        Matcher each = ID.matcher(first(header));
        while (each.find()) {
            ids.add(each.group());
        }
        return ids;
    }

    static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException | RuntimeException asItIs) {
            return header;
        }
    }

    private static Sender named(String address, String personal) {
        String name = personal == null
                ? ""
                : Fields.storable(cut(decoded(personal), LONGEST_NAME)).strip();
        return new Sender(address, name.isEmpty() || name.contains("@") ? null : name);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
