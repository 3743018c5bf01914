package io.parcours.drill;

import io.parcours.drill.Subscribers.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the platform believes it sent with what handsets showed. */
final class SendLedger {

    private static final String SENT = """
            select v.address, m.id::text as id, m.code, m.text, m.state,
                   (select count(*) from fact f where f.kind = 'messageUnknown' and f.tenant_id = m.tenant_id
                      and f.case_number = m.case_number and f.detail ->> 'code' = m.code) as unknowns
            from message m join conversation v on v.id = m.conversation_id
            where not m.inbound and m.channel = ? and v.address = any (?)
            """;

    private final List<Entry> entries;

    private SendLedger(List<Entry> entries) {
        this.entries = entries;
    }

    /** @param copies how often a handset showed it */
    private record Entry(String id, String address, String code, String state, long unknowns, int copies) {

        boolean held() {
            return code.equals(DrillExtras.HELD) && unknowns > 0;
        }

        boolean lost() {
            return copies == 0 && !held();
        }

        boolean doubled() {
            return copies > 1;
        }

        boolean wronglyDoubled() {
            return copies > 1 + (held() ? 0 : unknowns);
        }
    }

    static SendLedger of(PlatformDatabase database, Collection<Person> people) {
        return of(
                database,
                "sms",
                people.stream().collect(Collectors.toMap(Person::msisdn, person -> new ArrayList<>(person.shown()))));
    }

    /** @param shown what each address on the channel was shown; used up */
    static SendLedger of(PlatformDatabase database, String channel, Map<String, List<String>> shown) {
        List<Entry> entries = new ArrayList<>();
        for (Map<String, Object> row :
                database.rows(SENT, channel, (Object) shown.keySet().toArray(String[]::new))) {
            entries.add(new Entry(
                    (String) row.get("id"),
                    (String) row.get("address"),
                    (String) row.get("code"),
                    (String) row.get("state"),
                    (Long) row.get("unknowns"),
                    take(shown.get((String) row.get("address")), (String) row.get("text"), channel.equals("email"))));
        }
        shown.forEach((address, rest) ->
                rest.forEach(text -> entries.add(new Entry("", address, text, "of nobody", 0, Integer.MAX_VALUE))));
        return new SendLedger(entries);
    }

    /** How many of the texts are this one, which are gone then; a handset shows a question's choices below it, a mail greets. */
    private static int take(List<String> texts, String text, boolean mail) {
        String wording = text.stripTrailing();
        int before = texts.size();
        texts.removeIf(shown ->
                shown.equals(wording) || shown.startsWith(wording + "\n1. ") || mail && shown.contains(wording));
        return before - texts.size();
    }

    int messages() {
        return entries.size();
    }

    /** Never shown, though not held either. */
    List<String> lost() {
        return entries.stream().filter(Entry::lost).map(Entry::toString).toList();
    }

    /** Shown more often than crashes in the middle of a send, and the rule for its type, account for. */
    List<String> wronglyDoubled() {
        return entries.stream()
                .filter(Entry::wronglyDoubled)
                .map(Entry::toString)
                .toList();
    }

    long doubled() {
        return entries.stream().filter(Entry::doubled).count();
    }

    /** The ids of those that were once marked {@code unknown}. */
    Set<String> unknown() {
        return entries.stream()
                .filter(entry -> entry.unknowns() > 0)
                .map(Entry::id)
                .collect(Collectors.toSet());
    }

    long held() {
        return entries.stream().filter(Entry::held).count();
    }

    /** Messages whose state, all receipts being here, is not the last that their story allows. */
    List<String> unsettled() {
        return entries.stream()
                .filter(entry -> !entry.state().equals(entry.held() ? "unknown" : "delivered"))
                .map(Entry::toString)
                .toList();
    }
}
