package io.parcours.connector.operatordata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.operatordata.Field;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A web service's answer, JSON or XML, as one kind of tree: an element's children by their local names, repeated ones a list. */
final class WebAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 64;

    private WebAnswer() {}

    static boolean isXml(String text) {
        return text.stripLeading().startsWith("<");
    }

    /** @throws IllegalArgumentException where it is neither, without repeating any of it */
    static JsonNode tree(String text) {
        try {
            if (!isXml(text)) {
                JsonNode tree = JSON.readTree(text);
                return tree.isMissingNode() ? JsonNodeFactory.instance.objectNode() : tree;
            }
            Element root =
                    builder().parse(new InputSource(new StringReader(text))).getDocumentElement();
            return JsonNodeFactory.instance.objectNode().set(root.getLocalName(), node(root, 0));
        } catch (JsonProcessingException | SAXException unreadable) {
            throw new IllegalArgumentException("neither JSON nor XML");
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        // The default one writes to stderr, and with it what the answer holds.
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private static JsonNode node(Element element, int depth) throws SAXException {
        if (depth > DEEPEST) {
            throw new SAXException("too deep");
        }
        ObjectNode children = JsonNodeFactory.instance.objectNode();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                add(children, each.getLocalName(), node(each, depth + 1));
            }
        }
        boolean leaf = children.isEmpty();
        return leaf ? JsonNodeFactory.instance.textNode(element.getTextContent().strip()) : children;
    }

    private static void add(ObjectNode parent, String name, JsonNode child) {
        JsonNode before = parent.get(name);
        if (before == null) {
            parent.set(name, child);
        } else if (before instanceof ArrayNode list) {
            list.add(child);
        } else {
            parent.putArray(name).add(before).add(child);
        }
    }

    /** @throws IllegalArgumentException where a field is of another type, without repeating it */
    static List<Map<String, Object>> rows(JsonNode tree, Described operation) {
        JsonNode found = tree.at(operation.at());
        List<Map<String, Object>> rows = new ArrayList<>();
        int most = operation.operation().list() ? operation.limit() : 1;
        if (found.isArray()) {
            for (JsonNode row : found) {
                if (rows.size() < most) {
                    rows.add(row(row, operation));
                }
            }
        } else if (found.isObject() && !found.isEmpty()) {
            rows.add(row(found, operation));
        }
        return rows;
    }

    private static Map<String, Object> row(JsonNode row, Described operation) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Field> fields = operation.operation().fields();
        for (int i = 0; i < fields.size(); i++) {
            String from = operation.columns().get(i);
            JsonNode value = row.at(from.startsWith("/") ? from : "/" + from);
            values.put(fields.get(i).name(), value(value, fields.get(i)));
        }
        return values;
    }

    private static Object value(JsonNode node, Field field) {
        if (node.isMissingNode()
                || node.isNull()
                || node.isContainerNode()
                || node.asText().isBlank()) {
            return null;
        }
        String text = node.asText().strip();
        try {
            return switch (field.type()) {
                case MSISDN, TEXT, ID -> SqlValues.cut(text);
                case NUMBER -> new BigDecimal(text).longValueExact();
                case AMOUNT -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
                case MOMENT -> moment(text);
                case FLAG -> text.equals("true") || text.equals("1");
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException other) {
            throw new IllegalArgumentException("the field " + field.name() + " is no " + field.type());
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
