package io.parcours.model;

import static io.parcours.model.Ns.dmn;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks one decision model. */
final class DmnCheck {

    /** Ids inside tables are the editor's own; nobody can see or change them there. */
    private static final Set<String> NAMED = Set.of("decision", "inputData", "knowledgeSource");

    /** Asked as a message comes in: where two rows fit, other policies fail, and the message would be told again for ever. */
    private static final Set<String> FIRST_FITS = Set.of("inbound-routing");

    private static final Map<String, Set<String>> REFERENCES = Map.of("href", Set.of(), "dmnElementRef", Set.of());

    private final ElementSpec allowed = DmnAllowList.definitions();

    void check(XmlElement root, String name, Findings findings) {
        if (!root.is(dmn("definitions"))) {
            findings.add(root, Rule.UNKNOWN_NAMESPACE, "the document is no DMN 1.3 but " + Ns.shown(root.name()));
            return;
        }
        new AllowList(findings).check(root, allowed);
        decisions(root, name, findings);
        ids(root, findings);
        new References(root, findings).check(REFERENCES);
    }

    private static void decisions(XmlElement root, String name, Findings findings) {
        List<XmlElement> decisions = root.children(dmn("decision")).toList();
        if (decisions.stream().noneMatch(each -> name.equals(each.attribute("id")))) {
            XmlElement named = decisions.isEmpty() ? root : decisions.get(0);
            findings.add(named, Rule.FILE_NAME, "no decision is called " + Findings.quoted(name) + " as the file");
        }
        for (XmlElement decision : decisions) {
            long logics = decision.children(dmn("decisionTable")).count()
                    + decision.children(dmn("literalExpression")).count();
            if (logics != 1) {
                findings.add(decision, Rule.VALUE, "a decision has one table or one expression, not " + logics);
            }
            if (FIRST_FITS.contains(decision.attribute("id"))) {
                decision.children(dmn("decisionTable"))
                        .filter(table -> !"FIRST".equals(table.attribute("hitPolicy")))
                        .forEach(table -> findings.add(
                                table, Rule.VALUE, "the first row that fits must decide here: hitPolicy FIRST"));
            }
        }
    }

    private static void ids(XmlElement root, Findings findings) {
        Set<String> seen = new HashSet<>();
        root.tree().filter(each -> each.attribute("id") != null).forEach(element -> {
            String id = element.attribute("id");
            if (!seen.add(id)) {
                findings.add(element, Rule.ID, "the id " + Findings.quoted(id) + " is given twice");
            } else if (NAMED.contains(element.localName()) && Names.looksGenerated(id)) {
                findings.add(
                        element, Rule.GENERATED_ID, element.localName() + " still has the id that the editor made up");
            }
        });
    }
}
