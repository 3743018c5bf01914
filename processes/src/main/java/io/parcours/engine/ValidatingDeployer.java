package io.parcours.engine;

import io.parcours.model.Finding;
import io.parcours.model.ModelRefused;
import io.parcours.model.ModelValidator;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands before the engine's own deployers, so that no way of deploying a model goes round the validator. */
class ValidatingDeployer implements Deployer {

    private final Supplier<ModelValidator> validator;

    ValidatingDeployer(Supplier<ModelValidator> validator) {
        this.validator = validator;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // Only read again into the engine's memory: a stricter rule of a later release must not stop running cases.
            return;
        }
        ModelValidator models = validator.get();
        List<Finding> findings = deployment.getResources().values().stream()
                .flatMap(resource -> models.check(fileName(resource.getName()), resource.getBytes()).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }

    private static String fileName(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
