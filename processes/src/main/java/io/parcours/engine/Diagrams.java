package io.parcours.engine;

import io.parcours.trace.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows where a case stands in its model. */
@Component
@Transactional(readOnly = true)
public class Diagrams {

    private final ProcessEngine engine;
    private final EngineAccess access;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    Diagrams(ProcessEngine engine, EngineAccess access, Timeline timeline, JdbcClient jdbc) {
        this.engine = engine;
        this.access = access;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    public Optional<CaseDiagram> ofCase(String caseNumber) {
        return access.call(() -> {
            ProcessInstance instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .singleResult();
            Optional<String> definition =
                    instance == null ? endedDefinition(caseNumber) : Optional.of(instance.getProcessDefinitionId());
            return definition.map(id -> new CaseDiagram(
                    xml(id), active(instance), new LinkedHashSet<>(timeline.walked(caseNumber)), instance == null));
        });
    }

    private Set<String> active(ProcessInstance instance) {
        return instance == null
                ? Set.of()
                : new HashSet<>(engine.getRuntimeService().getActiveActivityIds(instance.getId()));
    }

    /** The engine has forgotten an ended case; its first fact names the version that it ran on. */
    private Optional<String> endedDefinition(String caseNumber) {
        return jdbc.sql("select d.id_ from fact f join act_re_procdef d on d.id_ = f.detail ->> 'definition'"
                        + " where f.tenant_id = parcours_tenant() and f.case_number = ? and f.kind = 'journeyStarted'"
                        + " order by f.at, f.id limit 1")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    private String xml(String definitionId) {
        try (InputStream model = engine.getRepositoryService().getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
