package io.parcours.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code app_user}. Each call belongs into a transaction: without one there is no tenant and there are no rows. */
@Repository
class UserRepository {

    private static final String COLUMNS = "id, tenant_id, username, display_name, roles, language, enabled,"
            + " must_change_password, locked_until, created_at, last_login_at";

    private final JdbcClient jdbc;

    UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Secret(UserAccount account, String passwordHash) {}

    Optional<Secret> forLogin(String username) {
        return jdbc.sql("select " + COLUMNS + ", password_hash from app_user where username = :username")
                .param("username", username)
                .query((row, n) -> new Secret(account(row), row.getString("password_hash")))
                .optional();
    }

    List<UserAccount> all() {
        return jdbc.sql("select " + COLUMNS + " from app_user order by display_name, username")
                .query((row, n) -> account(row))
                .list();
    }

    Optional<UserAccount> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from app_user where id = :id")
                .param("id", id)
                .query((row, n) -> account(row))
                .optional();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from app_user)")
                .query(Boolean.class)
                .single();
    }

    void insert(String tenant, NewUser user, String hash, boolean mustChange) {
        jdbc.sql("insert into app_user (tenant_id, username, display_name, password_hash, roles, language,"
                        + " must_change_password) values (:tenant, :username, :name, :hash, :roles, :language, :must)")
                .param("tenant", tenant)
                .param("username", user.username())
                .param("name", user.displayName())
                .param("hash", hash)
                .param("roles", names(user.roles()))
                .param("language", user.language())
                .param("must", mustChange)
                .update();
    }

    void change(UUID id, String displayName, Set<Role> roles, String language) {
        jdbc.sql("update app_user set display_name = :name, roles = :roles, language = :language where id = :id")
                .param("name", displayName)
                .param("roles", names(roles))
                .param("language", language)
                .param("id", id)
                .update();
    }

    void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("update app_user set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
    }

    void unlock(UUID id) {
        jdbc.sql("update app_user set failed_attempts = 0, locked_until = null where id = :id")
                .param("id", id)
                .update();
    }

    void setPassword(String username, String hash, boolean mustChange) {
        jdbc.sql("update app_user set password_hash = :hash, must_change_password = :must, failed_attempts = 0,"
                        + " locked_until = null where username = :username")
                .param("hash", hash)
                .param("must", mustChange)
                .param("username", username)
                .update();
    }

    void setLanguage(String username, String language) {
        jdbc.sql("update app_user set language = :language where username = :username")
                .param("language", language)
                .param("username", username)
                .update();
    }

    void disable(List<String> usernames) {
        jdbc.sql("update app_user set enabled = false where username in (:usernames)")
                .param("usernames", usernames)
                .update();
    }

    void succeeded(String username) {
        jdbc.sql("update app_user set failed_attempts = 0, locked_until = null, last_login_at = now()"
                        + " where username = :username")
                .param("username", username)
                .update();
    }

    /** Counted in one statement, so that parallel guesses are all counted; a lock in force is not prolonged. */
    void failed(String username, int attempts, Duration lock) {
        jdbc.sql("""
                update app_user
                   set failed_attempts = case when failed_attempts + 1 >= :attempts then 0 else failed_attempts + 1 end,
                       locked_until = case when failed_attempts + 1 >= :attempts
                                           then now() + make_interval(secs => :seconds) else locked_until end
                 where username = :username and (locked_until is null or locked_until <= now())""")
                .param("attempts", attempts)
                .param("seconds", lock.toSeconds())
                .param("username", username)
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static UserAccount account(ResultSet row) throws SQLException {
        return new UserAccount(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                row.getString("username"),
                row.getString("display_name"),
                roles(row.getArray("roles")),
                row.getString("language"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                instant(row.getTimestamp("locked_until")),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("last_login_at")));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
