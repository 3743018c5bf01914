package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Keeps the papers about steps true: they are made from the same descriptions as the validator. */
@JourneyTest
class StepPapersTest {

    private static final Path DOCS = Path.of("../docs");
    private static final boolean WRITE = "write".equals(System.getProperty("parcours.papers"));
    private static final String REMEDY = "%s differs from the catalogue of steps; remake it with:"
            + " mvn -pl processes -am test -Dtest=StepPapersTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dparcours.papers=write";
    private static final String HEAD = """
            # The steps that a model may use

            Made from the code: each row is a class that describes itself. What is not in this table, and not plain BPMN (gateways,
            timers, messages, user tasks, sub-processes, call activities), is refused when a model is deployed.

            * A step is a service, send or business rule task with `camunda:delegateExpression="${<step>}"`; its inputs are
              `camunda:inputParameter`s. `ask` is the exception: a receive task, whose message is `<process id>.answered`.
            * A step that *sends* must have `camunda:asyncBefore="true"`: its job is the outbox.
            * `decide` turns each output of the decision into a variable of that name.
            * `lookUp` and `act` turn each field of the operation into a variable of that name, empty where it is not known; of a list
              the first row's, and `<operation>Count`. Their parameters are `msisdn, zone=cityCode, unit='F'`: variables, numbers or
              quoted texts; `caseNumber`, and for `msisdn` the number that writes or calls (where nobody does, the customer's own), are known without. See
              [operator-data.md](operator-data.md).
            * The steps without inputs belong to one journey each; they read and write that journey's variables.

            [element-templates/parcours.json](element-templates/parcours.json) offers the same steps in Camunda Modeler: put it into
            the folder `resources/element-templates` of the Modeler.

            """;

    @Autowired
    StepCatalogue catalogue;

    @Test
    void theTableOfStepsIsTheCatalogue() throws IOException {
        same(DOCS.resolve("steps.md"), HEAD + new StepDocumentation(catalogue).markdown());
    }

    @Test
    void theEditorsTemplatesAreTheCatalogue() throws IOException {
        same(DOCS.resolve("element-templates/parcours.json"), new ElementTemplates(catalogue).json() + "\n");
    }

    private static void same(Path paper, String expected) throws IOException {
        if (WRITE) {
            Files.createDirectories(paper.getParent());
            Files.writeString(paper, expected);
        }
        assertThat(paper).as(REMEDY, paper.getFileName()).isRegularFile().hasContent(expected);
    }
}
