package io.parcours.model;

import static io.parcours.model.Ns.bpmn;

import java.util.Optional;
import java.util.function.Predicate;

/** The events that a process model may contain, with the definitions that each may carry. */
final class BpmnEvents {

    private final Values values;

    BpmnEvents(Values values) {
        this.values = values;
    }

    void addTo(ElementSpec scope) {
        scope.child(bpmn("startEvent"), event())
                .child(bpmn("intermediateThrowEvent"), event())
                .child(bpmn("endEvent"), end())
                .child(bpmn("intermediateCatchEvent"), withMessageAndTimer(event()))
                .child(bpmn("boundaryEvent"), boundary());
    }

    private static ElementSpec end() {
        return event().child(bpmn("terminateEventDefinition"), definition())
                .child(bpmn("errorEventDefinition"), definition().requiring(Values::id, "errorRef"));
    }

    private ElementSpec boundary() {
        return withMessageAndTimer(event())
                .requiring(Values::id, "attachedToRef")
                .with(Values::bool, "cancelActivity")
                .child(bpmn("errorEventDefinition"), definition().requiring(Values::id, "errorRef"));
    }

    private ElementSpec withMessageAndTimer(ElementSpec event) {
        ElementSpec timer = definition()
                .child(bpmn("timeDate"), time(Moments::isDate, "an ISO 8601 date or ${variable}"))
                .child(bpmn("timeDuration"), time(Moments::isDuration, "an ISO 8601 duration or ${variable}"))
                .child(
                        bpmn("timeCycle"),
                        time(Moments::isTimerCycle, "an ISO 8601 cycle of a minute or more, or ${variable}"));
        return event.child(bpmn("timerEventDefinition"), timer)
                .child(bpmn("messageEventDefinition"), definition().requiring(Values::id, "messageRef"));
    }

    private ElementSpec time(Predicate<String> literal, String description) {
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Ns.xsi("type"), Values::formalExpression)
                .text(value -> value.isEmpty()
                        ? Optional.of(new Problem(Rule.VALUE, "the time is missing"))
                        : values.literalOrVariable(literal, description).problem(value));
    }

    private static ElementSpec event() {
        return BpmnParts.node(BpmnParts.extensions());
    }

    private static ElementSpec definition() {
        return new ElementSpec().with(Values::id, "id");
    }
}
