package io.parcours.wording;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TextVersionRepository {

    private final JdbcClient jdbc;

    TextVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The operator's own words that are in force. */
    Map<TextKey, String> current() {
        Map<TextKey, String> current = new HashMap<>();
        jdbc.sql("""
                        select code, language, text from (
                            select distinct on (code, language) code, language, text from text_version
                            where tenant_id = parcours_tenant() order by code, language, version desc) newest
                        where text is not null
                        """)
                .query((row, number) -> current.put(new TextKey(row.getString(1), row.getString(2)), row.getString(3)))
                .list();
        return Map.copyOf(current);
    }

    /** The newest version of each text that has one. */
    Map<TextKey, Integer> versions() {
        Map<TextKey, Integer> versions = new HashMap<>();
        jdbc.sql("select code, language, max(version) from text_version where tenant_id = parcours_tenant()"
                        + " group by code, language")
                .query((row, number) -> versions.put(new TextKey(row.getString(1), row.getString(2)), row.getInt(3)))
                .list();
        return versions;
    }

    /** Newest first. */
    List<TextVersion> history(TextKey text) {
        return jdbc.sql("select version, text, changed_by, changed_at from text_version"
                        + " where tenant_id = parcours_tenant() and code = ? and language = ? order by version desc")
                .params(text.code(), text.language())
                .query((row, number) -> new TextVersion(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** @return whether it was inserted: somebody else may have been first with this version */
    boolean insert(TextKey text, TextVersion version) {
        return jdbc.sql("insert into text_version (code, language, version, text, changed_by, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                text.code(),
                                text.language(),
                                version.version(),
                                version.text(),
                                version.by(),
                                Timestamp.from(version.at()))
                        .update()
                > 0;
    }
}
