package io.parcours.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** One element of a model file, with the line it begins on. */
final class XmlElement {

    private final QName name;
    private final XmlElement parent;
    private final int line;
    private final Map<QName, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(QName name, XmlElement parent, int line) {
        this.name = name;
        this.parent = parent;
        this.line = line;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void put(QName attribute, String value) {
        attributes.put(attribute, value);
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    QName name() {
        return name;
    }

    boolean is(QName other) {
        return name.equals(other);
    }

    String localName() {
        return name.getLocalPart();
    }

    /** Null for the document's root. */
    XmlElement parent() {
        return parent;
    }

    int line() {
        return line;
    }

    Map<QName, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** Null where it is absent. */
    String attribute(QName attribute) {
        return attributes.get(attribute);
    }

    /** An attribute without a namespace; null where it is absent. */
    String attribute(String local) {
        return attributes.get(new QName(local));
    }

    List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    Stream<XmlElement> children(QName wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** Itself and everything within, in document order. */
    Stream<XmlElement> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
    }

    /** What the engine reads as its text: its own characters, comments left out, trimmed. */
    String text() {
        return text.toString().trim();
    }

    /** The id that a reader finds it by: its own, or that of what it lies in. */
    String label() {
        for (XmlElement each = this; each != null; each = each.parent) {
            String id = each.attribute("id");
            if (id != null && !id.isBlank()) {
                return id;
            }
        }
        return localName();
    }
}
