package io.parcours.conversation;

import java.sql.Timestamp;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what providers told and nothing acts on. */
@Component
class Notices {

    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void keep(Notice notice) {
        jdbc.sql("insert into provider_notice (channel, account, reason, payload, at)"
                        + " values (:channel, :account, :reason, :payload, :at)")
                .params(Map.of(
                        "channel", notice.channel(),
                        "account", notice.account(),
                        "reason", notice.reason(),
                        "payload", StringUtils.left(notice.payload().replace("\0", ""), LONGEST),
                        "at", Timestamp.from(notice.at())))
                .update();
    }
}
