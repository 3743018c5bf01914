package io.parcours.drill;

import io.parcours.drill.Subscribers.Person;
import io.parcours.drill.Subscribers.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where everybody's complaint is, against where their script leaves it. */
final class Whereabouts {

    private static final String CASES = """
            select v.address, k.case_number, k.journey, k.closed_at is not null as closed,
                   (select string_agg(e.act_id_, ' ') from act_ru_execution r join act_ru_execution e on e.proc_inst_id_ = r.id_
                    where r.business_key_ = k.case_number and e.is_active_ and e.act_id_ is not null
                      and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_
                                      and j.handler_type_ = 'async-continuation')) as at
            from conversation v left join journey_case k on k.conversation_id = v.id
            where v.channel = 'sms'
            """;
    private static final String WRITTEN = """
            select v.address, m.text from message m join conversation v on v.id = m.conversation_id
            where m.inbound order by v.address, m.number
            """;

    private final PlatformDatabase database;

    Whereabouts(PlatformDatabase database) {
        this.database = database;
    }

    /** Those whose one complaint has neither ended nor waits where it should, with what is known of them. */
    List<String> astray(Collection<Person> people) {
        Map<Object, List<Map<String, Object>>> cases =
                database.rows(CASES).stream().collect(Collectors.groupingBy(row -> row.get("address")));
        List<String> astray = new ArrayList<>();
        for (Person person : people) {
            List<Map<String, Object>> own = cases.getOrDefault(person.msisdn(), List.of());
            if (own.size() != 1 || !inPlace(own.get(0), person.script())) {
                astray.add(person.msisdn() + " " + person.script() + " " + own);
            }
        }
        return astray;
    }

    /** Those of whom the platform keeps not exactly what they wrote, each text once and in its order. */
    List<String> misheard(Collection<Person> people) {
        Map<Object, List<Object>> stored = database.rows(WRITTEN).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("address"), Collectors.mapping(row -> row.get("text"), Collectors.toList())));
        return people.stream()
                .filter(person -> !person.written().equals(stored.getOrDefault(person.msisdn(), List.of())))
                .map(person ->
                        person.msisdn() + " wrote " + person.written() + ", stored " + stored.get(person.msisdn()))
                .toList();
    }

    private static boolean inPlace(Map<String, Object> row, Script script) {
        boolean closed = Boolean.TRUE.equals(row.get("closed"));
        return "complaint".equals(row.get("journey"))
                && (script.waitsAt() == null
                        ? closed && row.get("at") == null
                        : !closed && script.waitsAt().equals(row.get("at")));
    }
}
