package io.parcours.media;

import io.parcours.tenant.TenantContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Addresses of files for people who cannot sign in: 256 bits of chance, good for a week. */
@Component
public class MediaLinks {

    /** Where the addresses are served; behind it stands the token. */
    public static final String PATH = "/media/shared/";

    private static final Duration LIFE = Duration.ofDays(7);
    private static final int OCTETS = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MediaProperties properties;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    MediaLinks(JdbcClient jdbc, TransactionTemplate transaction, MediaProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whose file it is. */
    public record Shared(String tenant, UUID fileId) {}

    /**
     * A new address for the operator's file; empty where there is no such file, or where the
     * platform was not told under what address people reach it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> make(UUID fileId) {
        if (properties.publicUrl().isEmpty()) {
            return Optional.empty();
        }
        byte[] octets = new byte[OCTETS];
        chance.nextBytes(octets);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        int made = jdbc.sql("insert into media_link (digest, file_id, until) select ?, id, ? from media_file"
                        + " where tenant_id = parcours_tenant() and id = ?")
                .params(digest(token), Timestamp.from(clock.instant().plus(LIFE)), fileId)
                .update();
        return made == 0 ? Optional.empty() : Optional.of(properties.publicUrl() + PATH + token);
    }

    /** Empty where we did not make it, or its time is over. Asked for by nobody's tenant. */
    public Optional<Shared> open(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        return TenantContext.callAsSystem(() -> transaction.execute(
                status -> jdbc.sql("select tenant_id, file_id from media_link where digest = ? and until > ?")
                        .params(digest(token), Timestamp.from(clock.instant()))
                        .query((row, number) -> new Shared(row.getString(1), row.getObject(2, UUID.class)))
                        .optional()));
    }

    @Scheduled(cron = "0 25 3 * * *")
    public void forget() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("delete from media_link where until < now()").update()));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
