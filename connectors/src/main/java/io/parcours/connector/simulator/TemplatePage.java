package io.parcours.connector.simulator;

import io.parcours.connector.simulator.TemplateBook.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One page of a business account's templates, as the Graph API cuts and describes them. */
final class TemplatePage {

    private static final int USUAL = 25;

    private TemplatePage() {}

    /** @param query with {@code limit} and {@code after}; the fields are all given, whichever were asked for */
    static Object of(String address, String query, List<Entry> all) {
        Map<String, String> asked = Arrays.stream((query == null ? "" : query).split("&"))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1)));
        int limit = Integer.parseInt(asked.getOrDefault("limit", String.valueOf(USUAL)));
        int from = cursor(asked.getOrDefault("after", ""));
        int to = Math.min(all.size(), from + limit);
        List<Object> data = new ArrayList<>();
        all.subList(Math.min(from, to), to).forEach(entry -> data.add(described(entry)));
        // Meta gives a cursor on the last page too; only the next page's address is missing there.
        Object cursors = Json.object("before", cursorOf(from), "after", cursorOf(to));
        Object next = to < all.size() ? address + "?limit=" + limit + "&after=" + cursorOf(to) : null;
        return Json.object("data", data, "paging", Json.object("cursors", cursors, "next", next));
    }

    private static Object described(Entry entry) {
        return Json.object(
                "name",
                entry.name(),
                "status",
                entry.status(),
                "language",
                entry.language(),
                "category",
                "UTILITY",
                "components",
                components(entry),
                "quality_score",
                Json.object("score", "UNKNOWN"),
                "rejected_reason",
                entry.reason() == null ? "NONE" : entry.reason(),
                "id",
                String.valueOf(Math.abs((long) (entry.name() + entry.language()).hashCode())));
    }

    private static List<Object> components(Entry entry) {
        List<Object> components = new ArrayList<>();
        if (entry.header() != null) {
            components.add(Json.object("type", "HEADER", "format", entry.header()));
        }
        components.add(Json.object("type", "BODY", "text", entry.body()));
        if (!entry.buttons().isEmpty()) {
            List<Object> buttons = entry.buttons().stream()
                    .map(title -> Json.object("type", "QUICK_REPLY", "text", title))
                    .collect(Collectors.toList());
            components.add(Json.object("type", "BUTTONS", "buttons", buttons));
        }
        return components;
    }

    private static int cursor(String word) {
        return word.isEmpty() ? 0 : Integer.parseInt(word.substring(1));
    }

    private static String cursorOf(int position) {
        return "C" + position;
    }
}
