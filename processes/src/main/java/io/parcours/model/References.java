package io.parcours.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/** Checks that what a file points at is there, and of the right kind. */
final class References {

    private final XmlElement root;
    private final Findings findings;
    private final Map<String, XmlElement> byId = new HashMap<>();

    References(XmlElement root, Findings findings) {
        this.root = root;
        this.findings = findings;
        root.tree()
                .filter(each -> each.attribute("id") != null)
                .forEach(each -> byId.putIfAbsent(each.attribute("id"), each));
    }

    /** @param kinds for each name of an attribute or an element, what it may point at; an empty set stands for anything */
    void check(Map<String, Set<String>> kinds) {
        root.tree().forEach(element -> {
            for (Map.Entry<QName, String> attribute : element.attributes().entrySet()) {
                String name = attribute.getKey().getLocalPart();
                if (kinds.containsKey(name)) {
                    resolve(element, name, attribute.getValue(), kinds.get(name));
                }
            }
            if (kinds.containsKey(element.localName())) {
                resolve(element, element.localName(), element.text(), kinds.get(element.localName()));
            }
        });
    }

    private void resolve(XmlElement from, String name, String reference, Set<String> kinds) {
        XmlElement target = byId.get(reference.startsWith("#") ? reference.substring(1) : reference);
        if (target == null) {
            findings.add(from, Rule.REFERENCE, name + " points at nothing: " + Findings.quoted(reference));
        } else if (!kinds.isEmpty() && !kinds.contains(target.localName())) {
            findings.add(
                    from,
                    Rule.REFERENCE,
                    name + " points at " + Findings.quoted(reference) + ", which is a " + target.localName());
        }
    }
}
