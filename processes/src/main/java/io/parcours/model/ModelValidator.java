package io.parcours.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a model may be deployed. It works on allow-lists: what they do not name is refused, with the element it
 * stands in. It reads one file at a time and knows no engine; whether other files exist that a model mentions is for
 * others to see.
 */
public final class ModelValidator {

    /** The engine then keeps key and version inside its own id, where the tracing reads them. */
    private static final int LONGEST_JOURNEY = 24;

    private final ModelLimits limits;
    private final BpmnCheck processes;
    private final DmnCheck decisions;
    private final FormCheck forms;

    public ModelValidator(StepCatalogue steps) {
        this(steps, Set.of());
    }

    /** @param beans further names that the engine could resolve, and that are therefore no variables */
    public ModelValidator(StepCatalogue steps, Collection<String> beans) {
        this(steps, beans, ModelLimits.USUAL);
    }

    ModelValidator(StepCatalogue steps, Collection<String> beans, ModelLimits limits) {
        Set<String> reserved = new TreeSet<>(steps.ids());
        reserved.addAll(beans);
        Expressions expressions = new Expressions(reserved);
        this.limits = limits;
        this.processes = new BpmnCheck(steps, expressions);
        this.decisions = new DmnCheck();
        this.forms = new FormCheck(expressions, limits.depth());
    }

    /** Everything that is wrong with the file; empty where it may be deployed. Never throws, whatever the bytes. */
    public List<Finding> check(String fileName, byte[] content) {
        ModelFile file = ModelFile.named(fileName);
        Findings findings = new Findings(file.shown(), limits.findings());
        if (file.kind() == ModelFile.Kind.OTHER) {
            findings.addFile(Rule.FILE_KIND, "only .bpmn, .dmn and .form files are models");
        } else if (!Names.isKebab(file.name())) {
            findings.addFile(Rule.FILE_NAME, Findings.quoted(file.name()) + " is not in kebab case");
        } else if (file.kind() == ModelFile.Kind.BPMN && file.name().length() > LONGEST_JOURNEY) {
            findings.addFile(Rule.FILE_NAME, "a journey's id has at most " + LONGEST_JOURNEY + " characters");
        } else if (content.length > (file.kind() == ModelFile.Kind.FORM ? limits.formBytes() : limits.bytes())) {
            findings.addFile(Rule.FILE_SIZE, "the file has " + content.length + " bytes");
        } else {
            read(file, content, findings);
        }
        return findings.asList();
    }

    /** @throws ModelRefused naming every finding */
    public void require(String fileName, byte[] content) {
        List<Finding> findings = check(fileName, content);
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }

    private void read(ModelFile file, byte[] content, Findings findings) {
        switch (file.kind()) {
            case FORM -> forms.check(content, file.name(), findings);
            case BPMN ->
                XmlReader.read(content, limits, findings)
                        .ifPresent(root -> processes.check(root, file.name(), findings));
            default ->
                XmlReader.read(content, limits, findings)
                        .ifPresent(root -> decisions.check(root, file.name(), findings));
        }
    }
}
