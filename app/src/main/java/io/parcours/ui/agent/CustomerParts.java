package io.parcours.ui.agent;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Gestures;
import io.parcours.conversation.Preferences;
import io.parcours.customer.Customers;
import io.parcours.live.Live;
import io.parcours.merging.CustomerMerges;
import io.parcours.permission.Consents;
import io.parcours.tenant.Tenants;
import io.parcours.trace.Timeline;
import io.parcours.ui.call.CallParts;
import io.parcours.ui.casefile.OperatorCards;
import org.springframework.stereotype.Component;

/** The services that the parts of the customer's page ask. */
@Component
record CustomerParts(
        Customers customers,
        Complaints complaints,
        Gestures gestures,
        Timeline timeline,
        Consents consents,
        Preferences preferences,
        CustomerMerges merges,
        OperatorCards operator,
        CallParts calls,
        Tenants tenants,
        Live live) {}
