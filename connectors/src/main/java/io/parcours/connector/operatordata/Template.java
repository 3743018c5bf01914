package io.parcours.connector.operatordata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.operatordata.OperationRefused;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {{parameter}}} in it. A value always stands encoded for the place it takes, whatever it holds. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Template() {}

    static Set<String> names(String template) {
        Set<String> names = new TreeSet<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    static String path(String template, Function<String, Object> values) {
        return filled(template, name -> inPath(values.apply(name)));
    }

    static String json(String template, Function<String, Object> values) {
        return filled(template, name -> inJson(values.apply(name)));
    }

    static String xml(String template, Function<String, Object> values) {
        return filled(template, name -> inXml(values.apply(name)));
    }

    private static String filled(String template, Function<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1))));
    }

    private static String inPath(Object value) {
        String text = value == null ? "" : plain(value);
        // No encoding keeps a server from walking up by these.
        if (text.equals(".") || text.equals("..")) {
            throw new OperationRefused("not-in-a-path");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String inJson(Object value) {
        try {
            boolean asItIs = value == null || value instanceof Long || value instanceof Boolean;
            return JSON.writeValueAsString(asItIs || value instanceof BigDecimal ? value : value.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inXml(Object value) {
        StringBuilder escaped = new StringBuilder();
        plain(value == null ? "" : value).codePoints().forEach(c -> {
            boolean letter = Character.isLetterOrDigit(c) && c < 0xfffe;
            escaped.append(letter || c == ' ' ? Character.toString(c) : "&#" + c + ";");
        });
        return escaped.toString();
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }
}
