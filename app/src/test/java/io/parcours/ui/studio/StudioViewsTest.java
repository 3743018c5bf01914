package io.parcours.ui.studio;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import io.parcours.engine.Model;
import io.parcours.engine.Models;
import io.parcours.model.StepCatalogue;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.component.BpmnDiagram;
import io.parcours.ui.component.CamundaForm;
import io.parcours.ui.component.DmnDiagram;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.AICHA)
class StudioViewsTest {

    private static final String SCRIPT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                              xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://parcours.io/models">
              <bpmn:process id="hidden-script" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="begun" />
                <bpmn:sequenceFlow id="toScript" sourceRef="begun" targetRef="readTheServer" />
                <bpmn:scriptTask id="readTheServer" scriptFormat="groovy"><bpmn:script>"id".execute()</bpmn:script></bpmn:scriptTask>
                <bpmn:sequenceFlow id="toEnd" sourceRef="readTheServer" targetRef="ended" />
                <bpmn:endEvent id="ended" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    Models models;

    @Autowired
    StepCatalogue catalogue;

    @Test
    void everyModelIsListedOnce() {
        open();
        assertThat(_get(ModelList.class).getListDataView().getItems())
                .extracting(Family::fileName)
                .contains("complaint.bpmn", "complaint-priority.dmn", "complaint-solve.form")
                .doesNotHaveDuplicates();
    }

    @Test
    void aJourneyADecisionAndAFormAreEachDrawn() {
        open();
        choose("complaint.bpmn");
        assertThat(xml(_get(BpmnDiagram.class))).contains("bpmn:process id=\"complaint\"");
        choose("complaint-priority.dmn");
        assertThat(xml(_get(DmnDiagram.class))).contains("decision id=\"complaint-priority\"");
        choose("complaint-solve.form");
        assertThat(_get(CamundaForm.class).getElement().getProperty("readonly", false))
                .isTrue();
        assertThat(_get(Anchor.class, spec -> spec.withClasses("p-download")).getHref())
                .isNotEmpty();
    }

    @Test
    void aScriptIsRefusedByNamingItsElementAndSayingWhyWithoutATrace() {
        open();
        upload("hidden-script.bpmn", SCRIPT);
        String answer = text(_get(Findings.class));
        assertThat(answer).contains("readTheServer", "Les scripts et le balisage ne sont pas permis");
        assertThat(answer).doesNotContain("Exception", "\tat ");
        assertThat(models.all()).noneMatch(model -> model.key().equals("hidden-script"));
    }

    @Test
    @SignedIn(DemoUser.KODJO)
    void aChangedDecisionBecomesTheOperatorsOwnVersionAndNobodyElsesDoes() {
        open();
        String changed = models.source(shared("complaint-priority").id())
                .replace("name=\"Priorité de la réclamation\" camunda", "name=\"Priorité au Littoral\" camunda");
        upload("complaint-priority.dmn", changed);

        assertThat(_find(Dialog.class)).isEmpty();
        Family family = _get(ModelList.class).getValue();
        assertThat(family.inForce().own()).isTrue();
        assertThat(family.name()).isEqualTo("Priorité au Littoral");
        assertThat(xml(_get(DmnDiagram.class))).contains("Priorité au Littoral");
        assertThat(text(_get(ModelCard.class))).contains("Propre à l’opérateur, v1", "En vigueur");

        _click(_get(NativeButton.class, spec -> spec.withText("Partagé, v1")));
        assertThat(xml(_get(DmnDiagram.class))).doesNotContain("Priorité au Littoral");
        assertThat(text(_get(ModelCard.class))).contains("Remplacée");

        assertThat(TenantContext.call("demo", models::all)).noneMatch(Model::own);
    }

    @Test
    void everyStepOfTheCatalogueIsExplained() {
        UI.getCurrent().navigate("steps");
        String table = text(_get(StepTable.class));
        assertThat(catalogue.all()).isNotEmpty().allSatisfy(step -> {
            assertThat(table).contains(step.id(), step.name());
            step.inputs().forEach(input -> assertThat(table).contains(input.name()));
            step.outputs().forEach(output -> assertThat(table).contains(output.name()));
        });
        assertThat(table).doesNotContain("!steps.");
        assertThat(_get(Anchor.class, spec -> spec.withClasses("p-download")).getHref())
                .isNotEmpty();
    }

    private Model shared(String key) {
        return models.all().stream()
                .filter(model -> model.key().equals(key) && !model.own())
                .findFirst()
                .orElseThrow();
    }

    private static void open() {
        UI.getCurrent().navigate("studio");
    }

    private static void choose(String fileName) {
        ModelList list = _get(ModelList.class);
        list.setValue(list.find(fileName).orElseThrow());
    }

    private static void upload(String fileName, String content) {
        _click(_get(Button.class, spec -> spec.withText("Déposer une version")));
        UploadKt._upload(_get(Upload.class), fileName, content.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
    }

    private static String xml(Component diagram) {
        return diagram.getElement().getProperty("xml");
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
