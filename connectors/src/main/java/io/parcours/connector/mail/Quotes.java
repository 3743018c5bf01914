package io.parcours.connector.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes from an answer what it quotes and how it is signed; where nothing would be left, nothing is taken. */
final class Quotes {

    private static final Pattern WROTE =
            Pattern.compile("(?iU)^(le|on|am|el) .{4,200}(a écrit|ecrit|wrote|schrieb|escribió)\\s*:?\\s*$");
    private static final Pattern BEGINS = Pattern.compile("(?iU)^(le|on|am|el)\\s.*");
    private static final Pattern RULE =
            Pattern.compile("(?iU)^[-_]{2,}\\s*(message d.origine|message original|original message|message transféré"
                    + "|forwarded message)\\s*[-_]{2,}\\s*$|^_{10,}\\s*$");
    private static final Pattern FROM = Pattern.compile("(?iU)^\\*?(de|from|von)\\s?:\\*?\\s.+");
    private static final Pattern SENT = Pattern.compile("(?iU)^\\*?(envoyé|sent|date|gesendet)( le)?\\s?:\\*?\\s.+");
    private static final Pattern DELIMITER = Pattern.compile("^--\\s*$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?iU)^(envoyé (de|depuis|à partir de) .{2,60}|sent from .{2,60}|télécharger outlook.*|get outlook for.*"
                    + "|obtenir outlook.*)$");
    private static final int WROTE_LINES = 3;
    private static final int SENT_LINES = 4;

    private Quotes() {}

    static String without(String text) {
        List<String> lines = text.lines().toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size() && !quotesFrom(lines, i); i++) {
            if (!lines.get(i).startsWith(">")) {
                kept.add(lines.get(i));
            }
        }
        String own = withoutSignature(String.join("\n", kept));
        return own.isBlank() ? text.strip() : own;
    }

    static String withoutSignature(String text) {
        List<String> lines = new ArrayList<>(text.strip().lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (DELIMITER.matcher(lines.get(i)).matches()) {
                lines = new ArrayList<>(lines.subList(0, i));
            }
        }
        while (!lines.isEmpty() && isFurniture(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
        String own = String.join("\n", lines).strip();
        return own.isEmpty() ? text.strip() : own;
    }

    private static boolean isFurniture(String line) {
        return line.isBlank() || DEVICE.matcher(line.strip()).matches();
    }

    /** Whether all that follows is the mail that is answered. */
    private static boolean quotesFrom(List<String> lines, int at) {
        String line = lines.get(at).strip();
        if (RULE.matcher(line).matches()) {
            return true;
        }
        if (FROM.matcher(line).matches()) {
            return within(lines, at + 1, SENT_LINES).stream()
                    .anyMatch(next -> SENT.matcher(next.strip()).matches());
        }
        // Mail programs fold this line where it is long.
        return BEGINS.matcher(line).matches() && wrote(lines, at);
    }

    private static boolean wrote(List<String> lines, int at) {
        StringBuilder together = new StringBuilder();
        for (String line : within(lines, at, WROTE_LINES)) {
            together.append(together.isEmpty() ? "" : " ").append(line.strip());
            if (WROTE.matcher(together).matches()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> within(List<String> lines, int from, int count) {
        return lines.subList(Math.min(from, lines.size()), Math.min(from + count, lines.size()));
    }
}
