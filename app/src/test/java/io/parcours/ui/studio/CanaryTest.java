package io.parcours.ui.studio;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import io.parcours.engine.Models;
import io.parcours.model.ModelRefused;
import io.parcours.model.ModelValidator;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An analyst uploads a model that would run something on the server: it is refused by name, and nothing has run. */
@ScreenTest
@SignedIn(DemoUser.KODJO)
class CanaryTest {

    private static final Canary CANARY = new Canary();

    @Autowired
    Models models;

    @Autowired
    ModelValidator validator;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void silentAgain() {
        CANARY.hush();
    }

    @AfterAll
    static void free() throws IOException {
        CANARY.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void itIsRefusedByNameAndNothingIsDeployedAndTheCanaryIsSilent(Attack attack) {
        long before = deployments();
        upload(attack);

        assertThat(_find(_get(Findings.class), Span.class, spec -> spec.withClasses("p-findings-element")))
                .extracting(Span::getText)
                .contains(attack.element());
        assertThat(deployments()).isEqualTo(before);
        assertThat(models.all()).noneMatch(model -> model.key().equals(attack.id()));
        assertThat(CANARY.song()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void theEnginesOwnWayInIsNoWayRound(Attack attack) {
        long before = deployments();
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .tenantId(TenantContext.required())
                        .addInputStream(attack.fileName(), new ByteArrayInputStream(attack.content()))
                        .deploy())
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining(attack.element());
        assertThat(deployments()).isEqualTo(before);
        assertThat(CANARY.song()).isEmpty();
    }

    /** Else they would be refused for something that has nothing to do with the attack. */
    @Test
    void withoutTheAttackTheSameModelsAreAllowed() {
        assertThat(Attack.harmless())
                .hasSize(2)
                .allSatisfy(model -> assertThat(validator.check(model.fileName(), model.content()))
                        .isEmpty());
    }

    @Test
    void theCanarySingsWhereAFileIsWrittenOrItsAddressCalled() throws Exception {
        assertThat(CANARY.song()).isEmpty();
        Unguarded.write(CANARY.file("script-task"));
        assertThat(CANARY.song()).containsExactly("script-task");
        Unguarded.call(CANARY.address("connector"));
        assertThat(CANARY.song()).containsExactlyInAnyOrder("script-task", "GET /connector");
    }

    @Test
    void theCanarySingsWhereTheClassOfAModelIsMade() throws Exception {
        Unguarded.makeTheClass(Attack.named("class-of-task.bpmn", CANARY));
        assertThat(CANARY.song()).singleElement().asString().startsWith(Song.class.getName());
    }

    @Test
    void theCanarySingsWhereTheExpressionOfAModelIsEvaluated() {
        Unguarded.evaluateTheExpression(Attack.named("expression-task.bpmn", CANARY));
        assertThat(CANARY.song()).contains("expression-task");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("juelDecisions")
    void theCanarySingsWhereADecisionInJuelIsEvaluated(Attack attack) {
        Unguarded.decide(attack);
        assertThat(CANARY.song()).contains(attack.id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entities")
    void theCanarySingsWhereAnyParserReadsTheEntity(Attack attack) throws Exception {
        Unguarded.parse(attack);
        assertThat(CANARY.song()).contains("GET /" + attack.id());
    }

    @Test
    void everyFileIsListed() throws Exception {
        Path folder = Path.of(getClass().getResource("/models-canary").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".csv")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Attack.on(CANARY), Attack.harmless())
                            .flatMap(List::stream)
                            .map(Attack::fileName)
                            .collect(Collectors.toSet()));
        }
    }

    static List<Attack> attacks() {
        return Attack.on(CANARY);
    }

    static Stream<Attack> juelDecisions() {
        return attacks().stream().filter(attack -> attack.fileName().startsWith("juel"));
    }

    static Stream<Attack> entities() {
        return attacks().stream().filter(attack -> attack.fileName().startsWith("entity"));
    }

    private long deployments() {
        return TenantContext.callAsSystem(
                () -> transaction.execute(status -> jdbc.sql("select (select count(*) from act_re_deployment)"
                                + " + (select count(*) from act_ge_bytearray where deployment_id_ is not null)")
                        .query(Long.class)
                        .single()));
    }

    private static void upload(Attack attack) {
        UI.getCurrent().navigate("studio");
        _click(_get(Button.class, spec -> spec.withText("Déposer une version")));
        UploadKt._upload(_get(Upload.class), attack.fileName(), attack.content());
        MockVaadin.clientRoundtrip();
    }
}
