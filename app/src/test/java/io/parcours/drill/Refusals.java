package io.parcours.drill;

import java.util.List;

/** What became of messages that a provider refuses: four tries, then an incident. */
final class Refusals {

    // Four tries take eleven minutes; a small drill moves time.
    private static final String HURRY = """
            update act_ru_job set duedate_ = now() at time zone 'UTC'
            where handler_type_ = 'async-continuation' and retries_ > 0 and exception_msg_ is not null
              and lock_owner_ is null and duedate_ > now() at time zone 'UTC'
            """;
    private static final String INCIDENTS = """
            select v.address from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
            join journey_case k on k.case_number = e.business_key_ join conversation v on v.id = k.conversation_id
            """;

    private final PlatformDatabase database;

    Refusals(PlatformDatabase database) {
        this.database = database;
    }

    /** Addresses of those for whom all tries are spent. A small drill does not wait for the next one. */
    List<String> incidents() {
        if (!Stage.full()) {
            database.change(HURRY);
        }
        return database.texts(INCIDENTS);
    }
}
