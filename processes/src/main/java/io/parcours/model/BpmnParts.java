package io.parcours.model;

import static io.parcours.model.Ns.bpmn;
import static io.parcours.model.Ns.camunda;

/** The parts that many elements of a process model share. */
final class BpmnParts {

    private BpmnParts() {}

    static ElementSpec named() {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "name")
                .child(
                        bpmn("documentation"),
                        new ElementSpec()
                                .with(Values::id, "id")
                                .with(Values.oneOf("text/plain"), "textFormat")
                                .text(Values::plain));
    }

    /** A step, gateway or event on the flow. */
    static ElementSpec node(ElementSpec extensions) {
        ElementSpec flow = new ElementSpec().text(Values::id);
        return named().requiring(Values::id, "id")
                .with(camunda("asyncBefore"), Values::bool)
                .with(camunda("asyncAfter"), Values::bool)
                .with(camunda("exclusive"), Values::bool)
                .with(camunda("jobPriority"), Values::integer)
                .child(bpmn("incoming"), flow)
                .child(bpmn("outgoing"), flow)
                .child(bpmn("extensionElements"), extensions);
    }

    static ElementSpec extensions() {
        return new ElementSpec().child(camunda("failedJobRetryTimeCycle"), new ElementSpec().text(Values::retryCycle));
    }

    static ElementSpec extensionsWith(ElementSpec inputOutput) {
        return extensions().child(camunda("inputOutput"), inputOutput);
    }

    static ElementSpec laneSet() {
        ElementSpec laneSet = named();
        ElementSpec lane = named().child(bpmn("flowNodeRef"), new ElementSpec().text(Values::id))
                .child(bpmn("childLaneSet"), laneSet)
                .child(bpmn("extensionElements"), new ElementSpec());
        return laneSet.child(bpmn("lane"), lane);
    }

    static ElementSpec addArtifacts(ElementSpec scope) {
        ElementSpec annotation = named().with(Values.oneOf("text/plain"), "textFormat")
                .child(bpmn("text"), new ElementSpec().text(Values::plain));
        ElementSpec association = named().requiring(Values::id, "sourceRef", "targetRef")
                .with(Values.oneOf("None", "One", "Both"), "associationDirection");
        return scope.child(bpmn("textAnnotation"), annotation)
                .child(bpmn("association"), association)
                .child(bpmn("group"), named().with(Values::id, "categoryValueRef"));
    }
}
