package io.parcours.engine;

import javax.script.ScriptEngine;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/** The second lock behind the model validator: no script language is there to run anything with. */
class NoScripts extends DefaultScriptEngineResolver {

    NoScripts() {
        super(null);
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new UnsupportedOperationException("Scripts are not part of the models: " + language);
    }
}
