package io.parcours.drill;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down, in the database itself, every change of the state of some channels' messages. */
final class StateAudit {

    private static final List<String> BEGIN =
            List.of("create table drill_state (before text, after text, message_id uuid)", """
            create function drill_state() returns trigger language plpgsql security definer set search_path = public as $$
            begin insert into drill_state values (old.state, new.state, new.id); return new; end $$
            """, """
            create trigger drill_state after update of state on message for each row
            when (old.state is distinct from new.state and new.channel in (%s)) execute function drill_state()
            """);
    private static final List<String> END = List.of(
            "drop trigger if exists drill_state on message",
            "drop function if exists drill_state",
            "drop table if exists drill_state");
    private static final String BACK = """
            select before || ' to ' || after from drill_state
            where before in ('sent', 'delivered', 'read')
              and (before, after) not in (('sent', 'delivered'), ('sent', 'read'), ('delivered', 'read'))
            """;

    private final PlatformDatabase database;

    private StateAudit(PlatformDatabase database) {
        this.database = database;
    }

    static StateAudit in(PlatformDatabase database, List<String> channels) {
        String names = channels.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
        Stream.concat(END.stream(), BEGIN.stream().map(each -> each.formatted(names)))
                .forEach(database::change);
        return new StateAudit(database);
    }

    static void end(PlatformDatabase database) {
        END.forEach(database::change);
    }

    List<String> steppedBack() {
        return database.texts(BACK);
    }

    long changesTo(String state) {
        return database.count("select count(*) from drill_state where after = ?", state);
    }

    /** How many of the messages that moved are at this state now. */
    long nowAt(String state) {
        return database.count(
                "select count(*) from message where state = ? and id in (select message_id from drill_state)", state);
    }
}
