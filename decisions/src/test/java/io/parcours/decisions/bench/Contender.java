package io.parcours.decisions.bench;

import io.parcours.decisions.DmnConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Somebody who reads a decision table and answers. */
interface Contender {

    String name();

    /** @return the outputs of the row that fits, by name */
    Map<String, Object> decide(Map<String, Object> inputs);

    static Contender ours(String file, String decision) {
        return camunda("Parcours", DmnConfiguration.create().buildEngine(), file, decision);
    }

    /** Camunda's DMN engine with nothing set. */
    static Contender stock(String file, String decision) {
        return camunda(
                "stock Camunda",
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine(),
                file,
                decision);
    }

    private static Contender camunda(String name, DmnEngine engine, String file, String decision) {
        DmnDecision parsed = engine.parseDecision(decision, stream(file));
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Object> decide(Map<String, Object> inputs) {
                return engine.evaluateDecision(parsed, Variables.fromMap(inputs))
                        .getSingleResult()
                        .getEntryMap();
            }
        };
    }

    static Contender drools(String file, String decision) {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(text(file)))))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().get(0);
        return new Contender() {
            @Override
            public String name() {
                return "Drools DMN";
            }

            @Override
            @SuppressWarnings("unchecked")
            public Map<String, Object> decide(Map<String, Object> inputs) {
                DMNContext context = runtime.newContext();
                inputs.forEach(context::set);
                return (Map<String, Object>) runtime.evaluateByName(model, context, decision)
                        .getDecisionResultByName(decision)
                        .getResult();
            }
        };
    }

    private static String text(String file) {
        try (InputStream in = stream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String file) {
        return Contender.class.getClassLoader().getResourceAsStream(file);
    }
}
