package io.parcours.merging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The language and the channel that one of two records knows and the other does not: the one that is kept takes them over. */
@Repository
class MergedHabits {

    private static final String LANGUAGE = "language";
    private static final String CHANNEL = "preferredChannel";

    private final JdbcClient jdbc;

    MergedHabits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what was taken over, for {@link #giveBack} */
    Map<String, List<String>> take(UUID from, UUID to) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        jdbc.sql(
                        "update customer k set language = a.language from customer a"
                                + " where k.id = ? and a.id = ? and k.language is null and a.language is not null returning k.language")
                .params(to, from)
                .query(String.class)
                .optional()
                .ifPresent(language -> taken.put(LANGUAGE, List.of(language)));
        jdbc.sql("""
                        update customer k set preferred_channel = a.preferred_channel, channel_chosen = true
                        from customer a, customer before
                        where k.id = ? and a.id = ? and before.id = k.id and a.channel_chosen and not before.channel_chosen
                        returning k.preferred_channel, before.preferred_channel as earlier
                        """)
                .params(to, from)
                .query((row, number) -> List.of(row.getString("preferred_channel"), row.getString("earlier")))
                .optional()
                .ifPresent(channels -> taken.put(CHANNEL, channels));
        return taken;
    }

    /** What the kept record had before, where nothing else was said since. */
    void giveBack(UUID kept, Map<String, List<String>> moved) {
        List<String> language = moved.getOrDefault(LANGUAGE, List.of());
        if (!language.isEmpty()) {
            jdbc.sql("update customer set language = null where id = ? and language = ?")
                    .params(kept, language.get(0))
                    .update();
        }
        List<String> channel = moved.getOrDefault(CHANNEL, List.of());
        if (!channel.isEmpty()) {
            jdbc.sql(
                            "update customer set preferred_channel = ?, channel_chosen = false where id = ? and preferred_channel = ?")
                    .params(channel.get(1), kept, channel.get(0))
                    .update();
        }
    }
}
