package io.parcours.ui.simulator;

import com.vaadin.flow.component.Component;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import java.util.List;

/** The subscriber's SMS. */
class SmsPhone extends Phone<SimulatedSms> {

    private static final int LONGEST = 480;

    private final transient SmscSimulator centre;

    SmsPhone(SmscSimulator centre, SubscriberChoice choice) {
        super(choice, "sms", LONGEST);
        this.centre = centre;
    }

    @Override
    boolean connected() {
        return centre.bound(subscriber().systemId());
    }

    @Override
    List<SimulatedSms> conversation() {
        return centre.conversation(subscriber().systemId(), subscriber().number());
    }

    @Override
    Component bubble(SimulatedSms sms) {
        return new SmsBubble(sms);
    }

    @Override
    void write(String text) {
        centre.write(subscriber().systemId(), subscriber().number(), text);
    }
}
