package io.parcours.decisions;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;

/**
 * How a DMN engine is set up here: FEEL and nothing but FEEL. A decision in JUEL or a script is refused when it is read,
 * with the element named, and could not be evaluated either.
 */
public final class DmnConfiguration {

    private DmnConfiguration() {}

    /** A configuration for a DMN engine of its own. */
    public static DefaultDmnEngineConfiguration create() {
        return configure((DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
    }

    /**
     * Sets up a configuration that somebody else made and has not built an engine with yet. The process engine keeps
     * what is set here and adds its listeners. One configuration serves one engine.
     */
    public static DefaultDmnEngineConfiguration configure(DefaultDmnEngineConfiguration configuration) {
        String feel = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE;
        configuration.setDefaultInputExpressionExpressionLanguage(feel);
        configuration.setDefaultInputEntryExpressionLanguage(feel);
        configuration.setDefaultOutputEntryExpressionLanguage(feel);
        configuration.setDefaultLiteralExpressionLanguage(feel);
        configuration.setEnableFeelLegacyBehavior(false);
        configuration.setFeelEngineFactory(new FeelEngines());
        configuration.setElProvider(FeelOnly::refuseExpression);
        configuration.setScriptEngineResolver(FeelOnly::refuseLanguage);
        List<DmnTransformListener> listeners =
                new ArrayList<>(configuration.getTransformer().getTransformListeners());
        listeners.add(new FeelOnly());
        configuration.getTransformer().setTransformListeners(listeners);
        return configuration;
    }
}
