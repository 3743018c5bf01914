package io.parcours.decisions;

import java.util.Arrays;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * What may be granted as a goodwill gesture (rule set {@code rules/gesture.drl}). Compiling the rules takes about a
 * second: make one and share it, among threads too.
 */
public final class GestureRules {

    private static final String FILE = "rules/gesture.drl";

    private final KieBase rules;

    public GestureRules() {
        // Drools finds its own parts and our classes by the thread's class loader, half of them at the first call.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(GestureRules.class.getClassLoader());
        try {
            rules = compile();
            ceiling(new GestureCase("RELATIONAL", 0, 0, null, 0, null, null, null));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public GestureCeiling ceiling(GestureCase complaint) {
        GestureProposal proposal = new GestureProposal();
        StatelessKieSession session = rules.newStatelessKieSession();
        session.setGlobal("proposal", proposal);
        session.execute(complaint);
        return proposal.ceiling();
    }

    /** Every code that a ceiling may give as a reason. */
    public static List<String> reasonCodes() {
        return Arrays.stream(GestureReason.values()).map(GestureReason::code).toList();
    }

    private static KieBase compile() {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.add(ResourceFactory.newClassPathResource(FILE), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(FILE + ": " + builder.getErrors());
        }
        return builder.newKieBase();
    }
}
