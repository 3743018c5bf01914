package io.parcours.engine;

import io.parcours.model.Finding;
import io.parcours.model.ModelRefused;
import io.parcours.model.ModelValidator;
import io.parcours.tenant.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deployed models with their versions, and the way to deploy an operator's own. */
@Component
@Transactional
public class Models {

    private static final String ALL = """
            select d.id_, 'bpmn' as kind, d.key_, d.name_, d.version_, p.deploy_time_, d.tenant_id_, d.resource_name_,
                   d.deployment_id_
            from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_
            union all
            select d.id_, 'dmn', d.key_, d.name_, d.version_, p.deploy_time_, d.tenant_id_, d.resource_name_, d.deployment_id_
            from act_re_decision_def d join act_re_deployment p on p.id_ = d.deployment_id_
            union all
            select d.id_, 'form', d.key_, d.key_, d.version_, p.deploy_time_, d.tenant_id_, d.resource_name_, d.deployment_id_
            from act_re_camformdef d join act_re_deployment p on p.id_ = d.deployment_id_
            """;

    private static final Pattern FORM_REF = Pattern.compile("formRef=\"([a-z0-9-]+)\"");

    private final ProcessEngine engine;
    private final EngineAccess access;
    private final ModelValidator validator;
    private final CurrentUser user;
    private final JdbcClient jdbc;

    Models(ProcessEngine engine, EngineAccess access, ModelValidator validator, CurrentUser user, JdbcClient jdbc) {
        this.engine = engine;
        this.access = access;
        this.validator = validator;
        this.user = user;
        this.jdbc = jdbc;
    }

    /** Every version that the operator can see, by kind and key, newest first. */
    @Transactional(readOnly = true)
    public List<Model> all() {
        TenantContext.required();
        return jdbc.sql("select * from (" + ALL + ") m order by kind, key_, tenant_id_ nulls last, version_ desc")
                .query((row, number) -> new Model(
                        row.getString("id_"),
                        row.getString("kind"),
                        row.getString("key_"),
                        row.getString("name_") == null ? row.getString("key_") : row.getString("name_"),
                        row.getInt("version_"),
                        row.getTimestamp("deploy_time_").toInstant(),
                        row.getString("tenant_id_") != null))
                .list();
    }

    /** The model as it was deployed. @throws NotFound where there is none, or it is another operator's */
    @Transactional(readOnly = true)
    public String source(String modelId) {
        TenantContext.required();
        return jdbc.sql("select b.bytes_ from (" + ALL
                        + ") m join act_ge_bytearray b on b.deployment_id_ = m.deployment_id_ and b.name_ = m.resource_name_"
                        + " where m.id_ = ?")
                .param(modelId)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional()
                .orElseThrow(() -> new NotFound("Model " + modelId));
    }

    /**
     * Deploys the operator's own version, which then wins over the shared one for what starts from now on.
     *
     * @param fileName {@code <id>.bpmn}, {@code .dmn} or {@code .form}
     * @throws ModelRefused names each element that is not allowed, and why
     */
    public void deploy(String fileName, byte[] content) {
        user.require("ANALYST");
        // Before the engine sees it: its own parser would answer some of this with less to go by.
        List<Finding> findings = validator.check(fileName, content);
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
        access.run(() -> {
            DeploymentBuilder deployment = engine.getRepositoryService()
                    .createDeployment()
                    .name(fileName)
                    .tenantId(TenantContext.required())
                    .addInputStream(fileName, new ByteArrayInputStream(content));
            formsOf(content).forEach((name, form) -> deployment.addInputStream(name, new ByteArrayInputStream(form)));
            deployment.deploy();
        });
    }

    /** A journey finds its forms in its own deployment, so the ones in force go with it. */
    private Map<String, byte[]> formsOf(byte[] model) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        Matcher reference = FORM_REF.matcher(new String(model, StandardCharsets.UTF_8));
        while (reference.find()) {
            String key = reference.group(1);
            all().stream()
                    .filter(form -> form.kind().equals("form") && form.key().equals(key))
                    .findFirst()
                    .ifPresent(
                            form -> forms.put(key + ".form", source(form.id()).getBytes(StandardCharsets.UTF_8)));
        }
        return forms;
    }
}
