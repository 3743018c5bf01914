package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Takes the valid model, puts one thing into one place, and expects a refusal. What can be put there is read from
 * Camunda's own list of names, so nothing is forgotten that the engine may know.
 */
class MutatedModelsTest {

    private static final String FILE = "every-element.bpmn";
    private static final String HOSTILE = "${''.getClass().forName('java.lang.Runtime')}";

    private static final ModelValidator TALKATIVE =
            new ModelValidator(Models.CATALOGUE, Set.of(), new ModelLimits(1 << 20, 1 << 20, 64, 2000, 2000));

    private static final Set<String> PERMITTED_ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "historyTimeToLive",
            "versionTag",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "candidateGroups",
            "dueDate",
            "priority",
            "delegateExpression",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");
    private static final Set<String> PERMITTED_ELEMENTS =
            Set.of("inputOutput", "inputParameter", "outputParameter", "failedJobRetryTimeCycle", "in", "out");

    @TestFactory
    List<DynamicTest> aCamundaAttributeThatIsNotOnTheListIsRefusedOnEveryElement() {
        return everywhere(names("CAMUNDA_ATTRIBUTE_", PERMITTED_ATTRIBUTES), (element, name) -> {
            element.setAttributeNS(Ns.CAMUNDA, "camunda:" + name, "x");
        });
    }

    @TestFactory
    List<DynamicTest> aCamundaElementThatIsNotOnTheListIsRefusedInEveryElement() {
        return everywhere(names("CAMUNDA_ELEMENT_", PERMITTED_ELEMENTS), (element, name) -> {
            element.appendChild(element.getOwnerDocument().createElementNS(Ns.CAMUNDA, "camunda:" + name));
        });
    }

    @TestFactory
    List<DynamicTest> aBpmnElementThatIsNotOnTheListIsRefusedInEveryElement() {
        return everywhere(names("BPMN_ELEMENT_", bpmnElementsInTheModel()), (element, name) -> {
            element.appendChild(element.getOwnerDocument().createElementNS(Ns.BPMN, "bpmn:" + name));
        });
    }

    @Test
    void noAttributeMayHoldAnArbitraryExpression() {
        int places = attributes(parse(Models.allowed(FILE))).size();
        assertThat(places).isGreaterThan(150);
        for (int i = 0; i < places; i++) {
            Document model = parse(Models.allowed(FILE));
            Attr attribute = attributes(model).get(i);
            attribute.setValue(HOSTILE);
            assertRefused(model, attribute.getName());
        }
    }

    @Test
    void noElementMayHoldAnArbitraryExpressionAsItsText() {
        eachElement(element -> element.appendChild(element.getOwnerDocument().createTextNode(HOSTILE)));
        eachElement(element -> element.appendChild(element.getOwnerDocument().createCDATASection("#{bean.call()}")));
    }

    @Test
    void aStrangersElementIsRefusedEverywhere() {
        eachElement(element ->
                element.appendChild(element.getOwnerDocument().createElementNS("http://activiti.org/bpmn", "field")));
        eachElement(element -> element.appendChild(element.getOwnerDocument().createElementNS(null, "scriptTask")));
        eachElement(element -> element.setAttributeNS("http://activiti.org/bpmn", "a:class", "java.lang.Thread"));
    }

    @Test
    void brokenBytesAreAFindingAndNeverAnotherFailure() {
        Random random = new Random(7);
        for (String file : List.of(FILE, "complaint-priority.dmn", "complaint-every-field.form")) {
            byte[] valid = Models.allowed(file);
            IntStream.range(0, 1500).mapToObj(round -> broken(valid, random)).forEach(bytes -> {
                assertThat(Models.VALIDATOR.check(file, bytes))
                        .allSatisfy(each -> assertThat(each.rule()).isNotBlank());
            });
        }
    }

    private static byte[] broken(byte[] valid, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(valid, random.nextInt(valid.length)) : valid.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** One test for each element of the model: it receives all these names at once, and each must be found. */
    private static List<DynamicTest> everywhere(Set<String> names, BiConsumer<Element, String> change) {
        assertThat(names).hasSizeGreaterThan(20);
        int places = elements(parse(Models.allowed(FILE))).size();
        return IntStream.range(0, places)
                .mapToObj(place -> DynamicTest.dynamicTest("element " + place, () -> {
                    Document model = parse(Models.allowed(FILE));
                    Element element = elements(model).get(place);
                    names.forEach(name -> change.accept(element, name));
                    List<String> details = TALKATIVE.check(FILE, write(model)).stream()
                            .map(Finding::detail)
                            .toList();
                    assertThat(names).as("put into %s", element.getNodeName()).allSatisfy(name -> assertThat(details)
                            .anyMatch(detail -> detail.matches("(.*\\W)?" + name + "( .*)?")));
                }))
                .toList();
    }

    private static void eachElement(Consumer<Element> change) {
        int places = elements(parse(Models.allowed(FILE))).size();
        for (int i = 0; i < places; i++) {
            Document model = parse(Models.allowed(FILE));
            Element place = elements(model).get(i);
            change.accept(place);
            assertRefused(model, place.getNodeName());
        }
    }

    private static void assertRefused(Document model, String place) {
        assertThat(Models.VALIDATOR.check(FILE, write(model)))
                .as("changed %s", place)
                .isNotEmpty();
    }

    private static Set<String> bpmnElementsInTheModel() {
        Set<String> names = new TreeSet<>();
        elements(parse(Models.allowed(FILE))).forEach(element -> names.add(element.getLocalName()));
        return names;
    }

    private static Set<String> names(String prefix, Set<String> permitted) {
        Set<String> names = new TreeSet<>();
        for (Field field : BpmnModelConstants.class.getFields()) {
            if (field.getName().startsWith(prefix)) {
                names.add(value(field));
            }
        }
        names.removeAll(permitted);
        return names;
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static List<Attr> attributes(Document document) {
        List<Attr> attributes = new ArrayList<>();
        elements(document)
                .forEach(element -> IntStream.range(0, element.getAttributes().getLength())
                        .mapToObj(i -> (Attr) element.getAttributes().item(i))
                        .filter(attribute -> !attribute.getName().startsWith("xmlns"))
                        .forEach(attributes::add));
        return attributes;
    }

    private static Document parse(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] write(Document document) {
        try {
            document.setXmlStandalone(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (Exception unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
