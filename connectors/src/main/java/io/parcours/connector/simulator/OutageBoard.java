package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the simulated network has out of order, by zone. */
final class OutageBoard {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Outage> OUTAGES = List.of(
            new Outage("Porto-Novo", "4G", "Coupure de fibre", 3, 6, 4),
            new Outage("Parakou", "2G, 3G, 4G", "Panne d’énergie sur un site", 1, 2, 9),
            new Outage("Parakou", "4G", "Maintenance programmée", 12, 30, 2));

    private final Clock clock;

    OutageBoard(Clock clock) {
        this.clock = clock;
    }

    private record Outage(String zone, String technology, String cause, int hoursAgo, int hoursToGo, int sites) {}

    String in(String zone) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        ObjectNode answer = JSON.createObjectNode().put("zone", zone);
        ArrayNode items = answer.putArray("outages");
        OUTAGES.stream()
                .filter(each -> each.zone().equalsIgnoreCase(zone.strip()))
                .forEach(each -> items.addObject()
                        .put("technology", each.technology())
                        .put("cause", each.cause())
                        .put("sites", each.sites())
                        .put(
                                "since",
                                now.minus(each.hoursAgo(), ChronoUnit.HOURS).toString())
                        .putObject("expected")
                        .put("end", now.plus(each.hoursToGo(), ChronoUnit.HOURS).toString()));
        return answer.toString();
    }
}
