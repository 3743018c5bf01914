package io.parcours.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MediaRepository {

    private final JdbcClient jdbc;

    MediaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that is to be fetched. @param toldType as its message called it; null where it did not */
    record Waiting(
            UUID id, String channel, String account, String mediaId, String name, String toldType, int attempts) {}

    /** @param mediaId by which its message names it */
    UUID insert(String channel, String account, String mediaId, String name, String toldType, Instant now) {
        return jdbc.sql("""
                        insert into media_file (channel, account, media_id, state, name, told_type, created_at, changed_at)
                        values (?, ?, ?, 'waiting', ?, ?, ?, ?) returning id
                        """)
                .params(channel, account, mediaId, name, toldType, Timestamp.from(now), Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    /** A file that a person here adds. */
    UUID insert(String addedBy, String name, String toldType, Instant now) {
        return jdbc.sql("""
                        insert into media_file (added_by, state, name, told_type, created_at, changed_at)
                        values (?, 'waiting', ?, ?, ?, ?) returning id
                        """)
                .params(addedBy, name, toldType, Timestamp.from(now), Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    /** Locked until the end of the transaction: two jobs would else write the same pieces. */
    Optional<Waiting> lockWaiting(UUID id) {
        return jdbc.sql("select * from media_file where tenant_id = parcours_tenant() and id = ?"
                        + " and state = 'waiting' for update")
                .param(id)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("channel"),
                        row.getString("account"),
                        row.getString("media_id"),
                        row.getString("name"),
                        row.getString("told_type"),
                        row.getInt("attempts")))
                .optional();
    }

    void addPiece(UUID id, int number, byte[] octets) {
        jdbc.sql("insert into media_chunk (file_id, number, octets) values (?, ?, ?)")
                .params(id, number, octets)
                .update();
    }

    void removePieces(UUID id) {
        jdbc.sql("delete from media_chunk where file_id = ?").param(id).update();
    }

    void kept(UUID id, MediaWriter.Written written, String toldType, String type, Instant now) {
        jdbc.sql("""
                        update media_file set state = 'kept', reason = null, attempts = attempts + 1, size = ?, sha256 = ?,
                                              told_type = coalesce(told_type, ?), type = ?, changed_at = ?
                        where id = ?
                        """)
                .params(written.size(), written.sha256(), toldType, type, Timestamp.from(now), id)
                .update();
    }

    /** One more attempt came to nothing. */
    void notKept(UUID id, String state, String reason, Instant now) {
        jdbc.sql("update media_file set state = ?, reason = ?, attempts = attempts + 1, changed_at = ? where id = ?")
                .params(state, reason, Timestamp.from(now), id)
                .update();
    }

    void deleteUnsent(UUID id) {
        jdbc.sql("delete from media_file f where id = ? and channel is null"
                        + " and not exists (select 1 from message m where m.file_id = f.id)")
                .param(id)
                .update();
    }

    /** @return whether it had failed */
    boolean retry(UUID id, Instant now) {
        return jdbc.sql("update media_file set state = 'waiting', reason = null, attempts = 0, changed_at = ?"
                                + " where tenant_id = parcours_tenant() and id = ? and state = 'failed'")
                        .params(Timestamp.from(now), id)
                        .update()
                > 0;
    }

    List<MediaFile> find(Collection<UUID> ids) {
        return jdbc.sql("select * from media_file where tenant_id = parcours_tenant() and id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(MediaRepository::file)
                .list();
    }

    /** One piece of a kept file, from 0. */
    Optional<byte[]> piece(UUID id, int number) {
        return jdbc.sql("select octets from media_chunk where tenant_id = parcours_tenant() and file_id = ?"
                        + " and number = ?")
                .params(id, number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The cases whose screens show the file. */
    List<String> casesOf(UUID id) {
        return jdbc.sql("select distinct case_number from message where tenant_id = parcours_tenant()"
                        + " and file_id = ? and case_number is not null")
                .param(id)
                .query(String.class)
                .list();
    }

    private static MediaFile file(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        return new MediaFile(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("reason"),
                row.getString("name"),
                type == null ? row.getString("told_type") : type,
                type != null,
                row.getLong("size"));
    }
}
