package io.parcours.bench;

import io.parcours.conversation.Broadcasts;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The product in this JVM, on a durable database of its own: one job of the engine drains all the messages. */
final class Broadcasting implements SmsBenchmark.Contender, AutoCloseable {

    private static final String CODE = "complaint.closed.again";

    private final ProductHere product;
    private final Broadcasts broadcasts;
    private final List<UUID> customers;

    /** @param most messages at a time */
    Broadcasting(Path data, String smsc, int most) {
        product = new ProductHere(data, "--PARCOURS_DEMO_SMPP_URL=" + smsc);
        broadcasts = product.bean(Broadcasts.class);
        customers = product.here(() -> subscribers(most));
    }

    @Override
    public String name() {
        return "Parcours, everything stored and traced";
    }

    @Override
    public void send(int messages) throws InterruptedException {
        UUID broadcast = product.here(() -> broadcasts.send(CODE, "sms", customers.subList(0, messages)));
        while (product.here(() -> broadcasts.states(broadcast)).keySet().stream()
                .anyMatch(state -> state.equals("queued") || state.equals("sending"))) {
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        product.close();
    }

    private List<UUID> subscribers(int number) {
        JdbcClient jdbc = product.bean(JdbcClient.class);
        return product.bean(TransactionTemplate.class).execute(status -> {
            List<UUID> ids = jdbc.sql("insert into customer (kind, last_name) select 'customer', 'Abonné ' || n"
                            + " from generate_series(1, ?) n returning id")
                    .param(number)
                    .query(UUID.class)
                    .list();
            jdbc.sql("insert into contact_point (channel, address, customer_id)"
                            + " select 'sms', '+22991' || lpad(n::text, 6, '0'), id"
                            + " from unnest(?::uuid[]) with ordinality as c (id, n)")
                    .param(ids.toArray(UUID[]::new))
                    .update();
            return ids;
        });
    }
}
