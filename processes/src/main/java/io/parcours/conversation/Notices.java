package io.parcours.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.Timestamp;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what providers told and nothing acts on. */
@Component
class Notices {

    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;
    private final MeterRegistry registry;

    Notices(
            JdbcClient jdbc,
            ObjectMapper json,
            TransactionTemplate transaction,
            ObjectProvider<MeterRegistry> registry) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
    }

    void keep(Notice notice) {
        transaction.executeWithoutResult(status -> store(notice));
        registry.counter(
                        "parcours.notices",
                        "tenant",
                        notice.tenant(),
                        "channel",
                        notice.channel(),
                        "kind",
                        notice.kind().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void store(Notice notice) {
        jdbc.sql("""
                        insert into provider_notice (channel, account, kind, reason, details, sender, subject, payload, at)
                        values (:channel, :account, :kind, :reason, :details::jsonb, :sender, :subject, :payload, :at)
                        """)
                .param("channel", notice.channel())
                .param("account", notice.account())
                .param("kind", notice.kind().name())
                .param("reason", notice.reason().code())
                .param("details", details(notice.reason()))
                .param("sender", notice.head().sender())
                .param("subject", notice.head().subject())
                .param("payload", StringUtils.left(notice.payload(), LONGEST))
                .param("at", Timestamp.from(notice.at()))
                .update();
    }

    private String details(Problem reason) {
        try {
            return json.writeValueAsString(reason.details());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("A reason's details are words and numbers", notOurs);
        }
    }
}
