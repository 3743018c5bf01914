package io.parcours.connector.telephony;

import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class Told implements CallEvents {
    final List<String> all = new CopyOnWriteArrayList<>();
    volatile CallEnd end;

    @Override
    public void ringing() {
        all.add("ringing");
    }

    @Override
    public void answered(Answerer answerer) {
        all.add("answered " + answerer);
    }

    @Override
    public void ended(CallEnd how) {
        end = how;
        all.add("ended " + how.outcome());
    }
}
