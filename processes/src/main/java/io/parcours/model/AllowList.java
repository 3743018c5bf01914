package io.parcours.model;

import java.util.Optional;
import javax.xml.namespace.QName;

/** Walks a file beside its allow-list and names everything that is not on it. */
final class AllowList {

    private static final int LONGEST = 10_000;

    private final Findings findings;

    AllowList(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement element, ElementSpec spec) {
        element.attributes().forEach((name, value) -> attribute(element, spec, name, value));
        spec.required().forEach((name, rule) -> required(element, name, rule));
        text(element, spec);
        for (XmlElement child : element.children()) {
            Optional<ElementSpec> childSpec = spec.child(child.name());
            if (childSpec.isPresent()) {
                check(child, childSpec.get());
            } else {
                Problem problem = Forbidden.element(child);
                findings.add(child, problem.rule(), problem.text());
            }
        }
    }

    private void attribute(XmlElement element, ElementSpec spec, QName name, String value) {
        Optional<ValueCheck> check = spec.attribute(name);
        if (check.isEmpty()) {
            Problem problem = Forbidden.attribute(name, element);
            findings.add(element, problem.rule(), problem.text());
        } else {
            bounded(check.get(), value).ifPresent(problem -> findings.add(element, problem, Ns.shown(name)));
        }
    }

    private void required(XmlElement element, QName name, Rule rule) {
        if (element.attribute(name) == null) {
            findings.add(element, rule, element.localName() + " has no " + Ns.shown(name));
        }
    }

    private void text(XmlElement element, ElementSpec spec) {
        if (spec.text().isPresent()) {
            bounded(spec.text().get(), element.text())
                    .ifPresent(problem -> findings.add(element, problem, named(element)));
        } else if (!element.text().isEmpty()) {
            findings.add(
                    element,
                    Rule.UNEXPECTED_TEXT,
                    element.localName() + " contains the text " + Findings.quoted(element.text()));
        }
    }

    private static Optional<Problem> bounded(ValueCheck check, String value) {
        return value.length() > LONGEST
                ? Problem.of(Rule.VALUE, "longer than " + LONGEST + " characters")
                : check.problem(value);
    }

    private static String named(XmlElement element) {
        String name = element.attribute("name");
        return name == null ? element.localName() : element.localName() + " " + Findings.quoted(name);
    }
}
