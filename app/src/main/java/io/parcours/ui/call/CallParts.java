package io.parcours.ui.call;

import io.parcours.call.AgentCalls;
import io.parcours.call.AgentPlaces;
import io.parcours.call.CallDesk;
import io.parcours.live.Live;
import io.parcours.tenant.Tenants;
import org.springframework.stereotype.Component;

/** The services that stand behind what screens show of calls. */
@Component
public record CallParts(AgentCalls calls, CallDesk desk, AgentPlaces places, Tenants tenants, Live live) {}
