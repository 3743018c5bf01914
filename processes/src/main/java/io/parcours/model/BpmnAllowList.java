package io.parcours.model;

import static io.parcours.model.Ns.bpmn;
import static io.parcours.model.Ns.camunda;

import javax.xml.namespace.QName;

/** What a process model may contain; one method for each kind of element. */
final class BpmnAllowList {

    private final Values values;
    private final BpmnEvents events;

    private BpmnAllowList(Values values) {
        this.values = values;
        this.events = new BpmnEvents(values);
    }

    static ElementSpec of(Expressions expressions) {
        return new BpmnAllowList(new Values(expressions)).definitions();
    }

    private ElementSpec definitions() {
        ElementSpec definitions = BpmnParts.named()
                .with(Values::plain, "targetNamespace", "exporter", "exporterVersion")
                .with(Ns.modeler("executionPlatform"), Values::plain)
                .with(Ns.modeler("executionPlatformVersion"), Values::plain);
        return definitions
                .child(bpmn("process"), process())
                .child(bpmn("collaboration"), collaboration())
                .child(
                        bpmn("message"),
                        BpmnParts.named().requiring(Values::id, "id").requiring(Values::message, "name"))
                .child(
                        bpmn("error"),
                        BpmnParts.named().requiring(Values::id, "id").requiring(Values::camel, "errorCode"))
                .child(bpmn("category"), category())
                .child(BpmnDrawing.DIAGRAM, BpmnDrawing.diagram());
    }

    private ElementSpec process() {
        ElementSpec process = BpmnParts.named()
                .requiring(Rule.NOT_EXECUTABLE, new QName("isExecutable"), Values::executable)
                .requiring(Rule.TIME_TO_LIVE, camunda("historyTimeToLive"), Values::timeToLive)
                .with(camunda("versionTag"), Values::plain)
                .with(camunda("jobPriority"), Values::integer)
                .child(bpmn("extensionElements"), new ElementSpec());
        ElementSpec subProcess = activity(BpmnParts.extensions())
                .with(Values.require("false"::equals, Rule.EVENT_SUB_PROCESS, "permitted"), "triggeredByEvent");
        fill(subProcess, subProcess);
        return fill(process, subProcess);
    }

    /** Lets the scope contain the flow elements. */
    private ElementSpec fill(ElementSpec scope, ElementSpec subProcess) {
        scope.child(bpmn("laneSet"), BpmnParts.laneSet())
                .child(bpmn("sequenceFlow"), sequenceFlow())
                .child(bpmn("subProcess"), subProcess)
                .child(bpmn("callActivity"), callActivity());
        tasks(scope);
        gateways(scope);
        events.addTo(scope);
        return BpmnParts.addArtifacts(scope);
    }

    private ElementSpec sequenceFlow() {
        ElementSpec condition = new ElementSpec()
                .with(Values::id, "id")
                .with(Ns.xsi("type"), Values::formalExpression)
                .text(values::condition);
        return BpmnParts.named()
                .requiring(Values::id, "id", "sourceRef", "targetRef")
                .child(bpmn("extensionElements"), new ElementSpec())
                .child(bpmn("conditionExpression"), condition);
    }

    private void tasks(ElementSpec scope) {
        scope.child(bpmn("serviceTask"), step()).child(bpmn("sendTask"), step());
        scope.child(bpmn("businessRuleTask"), step());
        scope.child(
                bpmn("receiveTask"),
                activity(BpmnParts.extensionsWith(inputOutput()))
                        .requiring(Values::id, "messageRef")
                        .with(camunda("modelerTemplate"), Values::plain)
                        .with(camunda("modelerTemplateVersion"), Values::integer)
                        .with(camunda("modelerTemplateIcon"), Values::plain));
        scope.child(bpmn("userTask"), userTask());
    }

    private ElementSpec step() {
        return activity(BpmnParts.extensionsWith(inputOutput()))
                .with(camunda("delegateExpression"), Values::delegate)
                .with(camunda("modelerTemplate"), Values::plain)
                .with(camunda("modelerTemplateVersion"), Values::integer)
                .with(camunda("modelerTemplateIcon"), Values::plain);
    }

    private ElementSpec userTask() {
        return activity(BpmnParts.extensionsWith(inputOutput()))
                .with(camunda("formRef"), Values::kebab)
                .with(camunda("formRefBinding"), Values.oneOf("latest", "deployment", "version"))
                .with(camunda("formRefVersion"), Values::integer)
                .with(camunda("candidateGroups"), values::groups)
                .with(camunda("dueDate"), values::dueDate)
                .with(camunda("priority"), values::priority);
    }

    private ElementSpec callActivity() {
        ElementSpec mapping = new ElementSpec().requiring(values::variableName, "source", "target");
        ElementSpec extensions =
                BpmnParts.extensions().child(camunda("in"), mapping).child(camunda("out"), mapping);
        return activity(extensions).requiring(Values::kebab, "calledElement");
    }

    private ElementSpec inputOutput() {
        ElementSpec input =
                new ElementSpec().requiring(values::variableName, "name").text(values::textOrVariable);
        ElementSpec output =
                new ElementSpec().requiring(values::variableName, "name").text(values::variable);
        return new ElementSpec().child(camunda("inputParameter"), input).child(camunda("outputParameter"), output);
    }

    private static ElementSpec activity(ElementSpec extensions) {
        return BpmnParts.node(extensions).with(Values::id, "default");
    }

    private static void gateways(ElementSpec scope) {
        for (String kind : new String[] {"exclusiveGateway", "inclusiveGateway", "parallelGateway"}) {
            ElementSpec gateway = BpmnParts.node(BpmnParts.extensions())
                    .with(Values.oneOf("Unspecified", "Converging", "Diverging", "Mixed"), "gatewayDirection");
            scope.child(bpmn(kind), kind.startsWith("parallel") ? gateway : gateway.with(Values::id, "default"));
        }
        scope.child(
                bpmn("eventBasedGateway"),
                BpmnParts.node(BpmnParts.extensions()).with(Values.oneOf("Exclusive"), "eventGatewayType"));
    }

    private static ElementSpec collaboration() {
        ElementSpec participant =
                BpmnParts.named().with(Values::id, "processRef").child(bpmn("extensionElements"), new ElementSpec());
        return BpmnParts.addArtifacts(BpmnParts.named().child(bpmn("participant"), participant));
    }

    private static ElementSpec category() {
        return BpmnParts.named().child(bpmn("categoryValue"), BpmnParts.named().with(Values::plain, "value"));
    }
}
