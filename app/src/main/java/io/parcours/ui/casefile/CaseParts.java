package io.parcours.ui.casefile;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Gestures;
import io.parcours.conversation.Conversations;
import io.parcours.engine.Incidents;
import io.parcours.live.Live;
import io.parcours.tenant.Tenants;
import io.parcours.trace.Timeline;
import io.parcours.ui.call.CallParts;
import org.springframework.stereotype.Component;

/** The services that the parts of the case page ask. */
@Component
record CaseParts(
        CaseFiles files,
        TaskDesk desk,
        TakeNext next,
        Complaints complaints,
        Gestures gestures,
        Conversations conversations,
        Timeline timeline,
        Incidents incidents,
        OperatorCards operator,
        CallParts calls,
        Live live,
        Tenants tenants) {

    String currency() {
        return tenants.current().currency();
    }
}
