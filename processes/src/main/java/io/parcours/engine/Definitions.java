package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The one resolver: an operator's own version of a model wins over the shared one, for journeys and decisions alike. */
@Component
class Definitions {

    private final ProcessEngine engine;

    Definitions(ProcessEngine engine) {
        this.engine = engine;
    }

    ProcessDefinition journey(String key) {
        return find(key).orElseThrow(() -> new NotFound("Journey " + key));
    }

    Optional<ProcessDefinition> find(String key) {
        List<ProcessDefinition> latest = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .tenantIdIn(TenantContext.required())
                .includeProcessDefinitionsWithoutTenantId()
                .latestVersion()
                .list();
        return latest.stream()
                .filter(definition -> definition.getTenantId() != null)
                .findFirst()
                .or(() -> latest.stream().findFirst());
    }

    DecisionDefinition decision(String key) {
        List<DecisionDefinition> latest = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .tenantIdIn(TenantContext.required())
                .includeDecisionDefinitionsWithoutTenantId()
                .latestVersion()
                .list();
        return latest.stream()
                .filter(definition -> definition.getTenantId() != null)
                .findFirst()
                .or(() -> latest.stream().findFirst())
                .orElseThrow(() -> new NotFound("Decision " + key));
    }
}
