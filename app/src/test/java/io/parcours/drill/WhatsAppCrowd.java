package io.parcours.drill;

import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppEvent;
import io.parcours.connector.simulator.WhatsAppEvent.Kind;
import io.parcours.connector.simulator.WhatsAppSimulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** People on WhatsApp who each write one complaint and never answer what they are asked. */
final class WhatsAppCrowd {

    private static final String EFFECTS = """
            select v.address, count(*) from conversation v join journey_case k on k.conversation_id = v.id
            join message m on m.conversation_id = v.id and m.inbound
            where v.channel = 'whatsapp' and k.journey = 'complaint' group by v.address
            """;
    private static final String ASKED = """
            select v.address from conversation v join message m on m.conversation_id = v.id
            where v.channel = 'whatsapp' and not m.inbound and m.code = 'complaint.motive' and m.state in ('sent', 'delivered', 'read')
            """;

    private final WhatsAppSimulator whatsapp;
    private final String phoneNumberId;
    private final String range;
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

    /** @param range the first digits of everybody's number, without a plus sign */
    WhatsAppCrowd(WhatsAppSimulator whatsapp, String phoneNumberId, String range) {
        this.whatsapp = whatsapp;
        this.phoneNumberId = phoneNumberId;
        this.range = range;
        whatsapp.listen(this::see);
    }

    void complains(int number) {
        String digits = range + "%06d".formatted(number);
        written.add("+" + digits);
        whatsapp.write(
                phoneNumberId,
                Subscriber.withNumber(digits, "Abonné " + number),
                "Bonjour, j'ai un problème " + number);
    }

    int size() {
        return written.size();
    }

    /** Those whose one message did not have exactly one effect, or who were not asked what it is about. */
    List<String> astray(PlatformDatabase database) {
        Map<Object, Object> effects = database.rows(EFFECTS).stream()
                .collect(Collectors.toMap(row -> row.get("address"), row -> row.get("count")));
        Set<String> asked = Set.copyOf(database.texts(ASKED));
        return written.stream()
                .filter(address -> !Long.valueOf(1).equals(effects.get(address)) || !asked.contains(address))
                .map(address -> address + " " + effects.get(address))
                .toList();
    }

    /** How the platform answered webhooks since this crowd is there: how often with which HTTP status. */
    Map<Integer, Long> answers() {
        Map<Integer, Long> sums = new TreeMap<>();
        answers.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }

    private void see(WhatsAppEvent event) {
        if (event.kind() == Kind.WEBHOOK) {
            answers.computeIfAbsent(event.status(), status -> new LongAdder()).increment();
        }
    }
}
