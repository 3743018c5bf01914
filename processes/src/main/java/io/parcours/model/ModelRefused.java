package io.parcours.model;

import java.util.List;
import java.util.stream.Collectors;

/** A model that breaks the rules is not deployed; the message names each element on a line of its own. */
public class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public ModelRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }
}
