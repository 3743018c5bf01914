package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.model.ModelRefused;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Whatever way a model takes into the engine, nothing of it runs that is not in the catalogue. */
@JourneyTest
class SandboxTest {

    @Autowired
    Models models;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Scenario scene;

    @Test
    void theEnginesOwnDeploymentIsValidatedToo() {
        String script = complaint()
                .replace(
                        "<bpmn:serviceTask id=\"openComplaint\" name=\"Ouvrir le dossier\" camunda:delegateExpression=\"${openComplaint}\">",
                        "<bpmn:serviceTask id=\"openComplaint\" name=\"Ouvrir le dossier\" camunda:class=\"java.lang.Runtime\">");

        assertThatThrownBy(() -> TenantContext.runAsSystem(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("complaint.bpmn", script)
                        .deploy()))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("openComplaint");
    }

    @Test
    void anExpressionOutsideTheGrammarIsNotEvenParsed() {
        assertThatThrownBy(() -> expressions().createExpression("${''.getClass().forName('java.lang.Runtime')}"))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> expressions().createExpression("#{execution}"))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void noScriptLanguageIsThere() {
        assertThatThrownBy(() -> new NoScripts().getScriptEngine("javascript", true))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anOperatorsOwnDecisionWinsForItAloneFromNowOn() {
        String own = decision()
                .replace("\"complaint-billing\"</text></outputEntry>", "\"complaint-relational\"</text></outputEntry>");
        TenantContext.run(
                "littoral", () -> models.deploy("complaint-priority.dmn", own.getBytes(StandardCharsets.UTF_8)));

        scene.writesTo("littoral", "Ma facture est fausse").answers("1").hasWorkIn("complaint-relational");
        scene.writes("Ma facture est fausse").answers("1").hasWorkIn("complaint-billing");
        assertThat(TenantContext.call("demo", models::all)).noneMatch(Model::own);
        assertThat(TenantContext.call("littoral", models::all))
                .filteredOn(model -> model.key().equals("complaint-priority") && model.own())
                .isNotEmpty();
    }

    @Test
    void aMessageForAJourneyThatThereIsNotWaitsForAPersonToPlaceIt() {
        String shipped = text("dmn/inbound-routing.dmn");
        deploy("inbound-routing.dmn", shipped.replace("\"complaint\"", "\"complain\""));
        try {
            scene.writesTo("littoral", "Ma facture est fausse").hasWorkIn("unrouted");
        } finally {
            deploy("inbound-routing.dmn", shipped);
        }
        scene.writesTo("littoral", "Ma facture est fausse").answers("1").hasNoWorkIn("unrouted");
    }

    private void deploy(String name, String model) {
        TenantContext.run("littoral", () -> models.deploy(name, model.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anOperatorsOwnJourneyRunsWithItsForms() {
        String own = complaint().replace("PT24H", "PT2H");
        TenantContext.run("littoral", () -> models.deploy("complaint.bpmn", own.getBytes(StandardCharsets.UTF_8)));

        Story story = scene.writesTo("littoral", "Bonjour").passes(Duration.ofHours(3));
        story.hasWorkIn("complaint-qualification")
                .completes("qualifyComplaint", "motive", "NETWORK", "description", "Plus de réseau")
                .hasWorkIn("complaint-technical");
        scene.writes("Bonjour").passes(Duration.ofHours(3)).hasNoWorkIn("complaint-qualification");
    }

    @Test
    void anotherOperatorsOwnModelIsNotToBeRead() {
        TenantContext.run(
                "littoral",
                () -> models.deploy("complaint-priority.dmn", decision().getBytes(StandardCharsets.UTF_8)));
        String theirs = TenantContext.call("littoral", models::all).stream()
                .filter(Model::own)
                .findFirst()
                .orElseThrow()
                .id();

        assertThatThrownBy(() -> TenantContext.run("demo", () -> models.source(theirs)))
                .isInstanceOf(NotFound.class);
    }

    private ExpressionManager expressions() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager();
    }

    private static String complaint() {
        return text("bpmn/complaint.bpmn");
    }

    private static String decision() {
        return text("dmn/complaint-priority.dmn");
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
