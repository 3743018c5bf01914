package io.parcours.demo;

import io.parcours.demo.DemoFile.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the demo's customers with their numbers and lines. */
@Component
@Profile("demo")
class CustomerBase {

    private static final String CUSTOMER = """
            insert into customer (kind, first_name, last_name, segment, language, since, birth_date, payer_quality, balance,
                                  preferred_channel, account_number, created_at)
            values ('customer', :firstName, :lastName, :segment, :language, :since, :birthDate, :payerQuality, :balance, 'sms',
                    :account, :since)
            returning id
            """;

    /** Who wrote from there before is known from now on. */
    private static final String CONTACT = """
            insert into contact_point (channel, address, customer_id) values (:channel, :address, :customer)
            on conflict (tenant_id, channel, address) do update set customer_id = excluded.customer_id
            """;

    private static final String LINE = """
            insert into line (msisdn, customer_id, offer, status, since) values (:number, :customer, :offer, :status, :since)
            """;

    private final JdbcClient jdbc;

    CustomerBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the operator's transaction; returns the customers by their number. */
    Map<String, Subscriber> write(String operator) {
        Map<String, Subscriber> written = new LinkedHashMap<>();
        for (Row row : DemoFile.rows("customers.csv", operator)) {
            String number = row.text("number");
            UUID id = customer(row);
            contact("sms", number, id);
            contact("email", DemoCustomer.of(row).email(), id);
            written.put(number, new Subscriber(id, row.text("segment")));
        }
        DemoFile.rows("lines.csv", operator)
                .forEach(row -> line(row, written.get(row.text("customer")).id()));
        return written;
    }

    /** What the past complaints need to know of whoever complained. */
    record Subscriber(UUID id, String segment) {}

    private UUID customer(Row row) {
        String birthDate = row.optional("birthDate");
        return jdbc.sql(CUSTOMER)
                .param("firstName", row.optional("firstName"))
                .param("lastName", row.text("lastName"))
                .param("segment", row.text("segment"))
                .param("language", row.text("language"))
                .param("since", LocalDate.parse(row.text("since")))
                .param("birthDate", birthDate == null ? null : LocalDate.parse(birthDate))
                .param("payerQuality", row.text("payerQuality"))
                .param("balance", new BigDecimal(row.text("balance")))
                .param("account", DemoCustomer.of(row).accountNumber())
                .query(UUID.class)
                .single();
    }

    private void contact(String channel, String address, UUID customer) {
        jdbc.sql(CONTACT)
                .param("channel", channel)
                .param("address", address)
                .param("customer", customer)
                .update();
    }

    private void line(Row row, UUID customer) {
        jdbc.sql(LINE)
                .param("number", row.text("number"))
                .param("customer", customer)
                .param("offer", row.text("offer"))
                .param("status", row.text("status"))
                .param("since", LocalDate.parse(row.text("since")))
                .update();
    }
}
