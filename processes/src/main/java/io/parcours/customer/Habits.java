package io.parcours.customer;

import io.parcours.language.Language;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is remembered of how a customer wants to be spoken to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Habits {

    private final JdbcClient jdbc;

    Habits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lasts until another is said. @throws IllegalArgumentException where there is no such customer */
    public void speaks(UUID customerId, Language language) {
        changed(jdbc.sql("update customer set language = ? where id = ?")
                .params(language.code(), customerId)
                .update());
    }

    /** Chosen: coming by another channel does not change it. @throws IllegalArgumentException where there is no such customer */
    public void prefers(UUID customerId, String channel) {
        changed(jdbc.sql("update customer set preferred_channel = ?, channel_chosen = true where id = ?")
                .params(channel, customerId)
                .update());
    }

    /** Preferred from now on, where nobody has chosen another. */
    public void cameBy(UUID customerId, String channel) {
        jdbc.sql("update customer set preferred_channel = :channel"
                        + " where id = :id and not channel_chosen and preferred_channel <> :channel")
                .param("channel", channel)
                .param("id", customerId)
                .update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new IllegalArgumentException("There is no such customer");
        }
    }
}
