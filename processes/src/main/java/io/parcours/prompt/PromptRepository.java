package io.parcours.prompt;

import io.parcours.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PromptRepository {

    private static final String SELECT = "select code, language, digest, millis, recorded_by, recorded_at"
            + " from voice_prompt where tenant_id = parcours_tenant() and removed_at is null";

    private final JdbcClient jdbc;

    PromptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recording> all() {
        return jdbc.sql(SELECT).query(PromptRepository::recording).list();
    }

    List<Recording> of(Collection<String> codes) {
        return jdbc.sql(SELECT + " and code = any (?)")
                .param(codes.toArray(String[]::new))
                .query(PromptRepository::recording)
                .list();
    }

    Optional<byte[]> audio(String code, Language language) {
        return jdbc.sql("select audio from voice_prompt where tenant_id = parcours_tenant() and code = ?"
                        + " and language = ? and removed_at is null")
                .params(code, language.code())
                .query((row, number) -> row.getBytes("audio"))
                .optional();
    }

    void put(Recording recording, byte[] audio) {
        jdbc.sql("""
                        insert into voice_prompt (code, language, audio, digest, millis, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, code, language) do update
                        set audio = excluded.audio, digest = excluded.digest, millis = excluded.millis,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, removed_at = null
                        """)
                .params(
                        recording.code(),
                        recording.language().code(),
                        audio,
                        recording.digest(),
                        recording.millis(),
                        recording.by(),
                        Timestamp.from(recording.at()))
                .update();
    }

    boolean remove(String code, Language language, Instant now) {
        return jdbc.sql("update voice_prompt set removed_at = ? where tenant_id = parcours_tenant() and code = ?"
                                + " and language = ? and removed_at is null")
                        .params(Timestamp.from(now), code, language.code())
                        .update()
                > 0;
    }

    boolean restore(String code, Language language) {
        return jdbc.sql("update voice_prompt set removed_at = null where tenant_id = parcours_tenant() and code = ?"
                                + " and language = ?")
                        .params(code, language.code())
                        .update()
                > 0;
    }

    void forgetRemovedBefore(Instant then) {
        jdbc.sql("delete from voice_prompt where tenant_id = parcours_tenant() and removed_at < ?")
                .param(Timestamp.from(then))
                .update();
    }

    private static Recording recording(ResultSet row, int number) throws SQLException {
        return new Recording(
                row.getString("code"),
                Language.orFrench(row.getString("language")),
                row.getString("digest"),
                row.getInt("millis"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
