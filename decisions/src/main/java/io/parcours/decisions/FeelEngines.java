package io.parcours.decisions;

import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/** Makes Camunda's FEEL engine around {@link ReusingFeel}, which answers the same and does not start anew each time. */
final class FeelEngines implements FeelEngineFactory {

    private final List<FeelCustomFunctionProvider> functions;

    FeelEngines() {
        this(List.of());
    }

    FeelEngines(List<FeelCustomFunctionProvider> functions) {
        this.functions = functions;
    }

    @Override
    public FeelEngine createInstance() {
        return new CamundaFeel(functions);
    }

    private static final class CamundaFeel extends ScalaFeelEngine {

        CamundaFeel(List<FeelCustomFunctionProvider> functions) {
            super(functions);
        }

        @Override
        protected org.camunda.feel.FeelEngine buildFeelEngine(
                CustomFunctionTransformer functions, CompositeValueMapper values) {
            return new ReusingFeel(functions, values);
        }
    }
}
