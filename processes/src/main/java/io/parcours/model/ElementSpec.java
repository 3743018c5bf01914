package io.parcours.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** An entry of the allow-list: what one element may carry and contain. What is not said here is refused. */
final class ElementSpec {

    private final Map<QName, ValueCheck> attributes = new HashMap<>();
    private final Map<QName, Rule> required = new LinkedHashMap<>();
    private final Map<QName, ElementSpec> children = new HashMap<>();
    private ValueCheck text;

    /** Attributes without a namespace. */
    ElementSpec with(ValueCheck check, String... names) {
        for (String name : names) {
            attributes.put(new QName(name), check);
        }
        return this;
    }

    ElementSpec with(QName attribute, ValueCheck check) {
        attributes.put(attribute, check);
        return this;
    }

    /** Attributes without a namespace that must be there. */
    ElementSpec requiring(ValueCheck check, String... names) {
        for (String name : names) {
            required.put(new QName(name), Rule.MISSING_ATTRIBUTE);
        }
        return with(check, names);
    }

    ElementSpec requiring(Rule rule, QName attribute, ValueCheck check) {
        required.put(attribute, rule);
        return with(attribute, check);
    }

    ElementSpec child(QName name, ElementSpec spec) {
        children.put(name, spec);
        return this;
    }

    ElementSpec text(ValueCheck check) {
        text = check;
        return this;
    }

    Optional<ValueCheck> attribute(QName name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The attributes that must be there, each with the rule that its absence breaks. */
    Map<QName, Rule> required() {
        return Collections.unmodifiableMap(required);
    }

    Optional<ElementSpec> child(QName name) {
        return Optional.ofNullable(children.get(name));
    }

    Optional<ValueCheck> text() {
        return Optional.ofNullable(text);
    }
}
