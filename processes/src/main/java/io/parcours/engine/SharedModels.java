package io.parcours.engine;

import io.parcours.tenant.AtStart;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys the models that come with the product, shared by all operators, when the application starts; unchanged ones stay. */
@Component
class SharedModels extends AtStart {

    private static final String[] PATTERNS = {
        "classpath*:bpmn/*.bpmn", "classpath*:dmn/*.dmn", "classpath*:forms/*.form"
    };

    private final ProcessEngine engine;

    SharedModels(ProcessEngine engine) {
        super(MODELS);
        this.engine = engine;
    }

    @Override
    protected void begin() {
        TenantContext.runAsSystem(this::deploy);
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .name("parcours")
                .enableDuplicateFiltering(false);
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resources.getResources(pattern)) {
                    try (InputStream content = resource.getInputStream()) {
                        deployment.addInputStream(resource.getFilename(), content);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The models that come with the product cannot be read", e);
        }
        deployment.deploy();
    }
}
