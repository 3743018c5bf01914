package io.parcours.drill;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each drill the run's stage, and takes it down after the last. Small drills share one on a volume in memory; at full
 * size only the drill that fills it has one of those, and the others run on the disk.
 */
final class StageExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean apart = !Stage.full() || context.getTags().contains("disk");
        Stage stage = context.getRoot()
                .getStore(Namespace.create(Stage.class))
                .getOrComputeIfAbsent(apart, Stage::new, Stage.class);
        // The simulated server is slow with thousands of mails in a box, and would be what the next drill measures.
        stage.outside().mail().tidy();
        return stage;
    }
}
