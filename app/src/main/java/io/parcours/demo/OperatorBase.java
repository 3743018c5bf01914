package io.parcours.demo;

import io.parcours.database.ForeignDatabase;
import io.parcours.demo.DemoFile.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Fills a simulated operator's database once, from the same files as the demo's customers, so that both tell the same of
 * everybody. What the files do not tell is drawn from the number: the same at each start.
 */
class OperatorBase {

    private static final Pattern GIGABYTES = Pattern.compile("(\\d+) Go");
    private static final List<String> MODELS =
            List.of("Tecno Spark 20", "Samsung Galaxy A15", "Itel P55", "Infinix Hot 40", "Routeur 4G ZTE MF286");
    private static final int DAYS = 60;
    private static final int BILLS = 6;

    private final ForeignDatabase database;
    private final LocalDate today;
    private JdbcClient jdbc;

    OperatorBase(ForeignDatabase database, Clock clock) {
        this.database = database;
        this.today = LocalDate.now(clock);
    }

    void fill(String operator) {
        var connection = new SingleConnectionDataSource(
                database.url(), database.owner().user(), database.owner().password(), true);
        try {
            connection.setAutoCommit(false);
            new ResourceDatabasePopulator(new ClassPathResource("demo/operator-schema.sql")).execute(connection);
            jdbc = JdbcClient.create(connection);
            if (jdbc.sql("select count(*) from customer").query(Long.class).single() == 0) {
                write(operator);
            }
            jdbc.sql("commit").update();
        } finally {
            connection.destroy();
        }
    }

    private void write(String operator) {
        List<Row> lines = DemoFile.rows("lines.csv", operator);
        lines.stream().map(row -> row.text("offer")).distinct().forEach(this::offer);
        for (Row customer : DemoFile.rows("customers.csv", operator)) {
            customer(customer);
            lines.stream()
                    .filter(line -> line.text("customer").equals(customer.text("number")))
                    .forEach(line -> line(line, customer));
        }
    }

    private void offer(String name) {
        Matcher gigabytes = GIGABYTES.matcher(name);
        long megabytes = gigabytes.find() ? 1024 * Long.parseLong(gigabytes.group(1)) : 0;
        jdbc.sql("insert into offer values (?, ?, ?, ?)")
                .params(name, 1000 + megabytes / 5, megabytes, megabytes == 0 ? 0 : 60 + megabytes / 100)
                .update();
    }

    private void customer(Row row) {
        String number = row.text("number");
        Random drawn = new Random(number.hashCode());
        jdbc.sql("insert into customer values (?, ?, ?, ?)")
                .params(id(number), name(row), row.text("segment"), LocalDate.parse(row.text("since")))
                .update();
        boolean late = !row.text("payerQuality").equals("GOOD");
        for (int month = 1; month <= BILLS; month++) {
            bill(number, month, 4000 + 500 * drawn.nextInt(30), late && month == 1);
        }
    }

    private void bill(String number, int month, int amount, boolean unpaid) {
        LocalDate issued = today.withDayOfMonth(1).minusMonths(month - 1L);
        jdbc.sql("insert into bill values (?, ?, ?, ?, ?, ?)")
                .params(
                        "F-" + issued.getYear() + issued.getMonthValue() + "-" + number.substring(number.length() - 6),
                        id(number),
                        issued,
                        issued.plusDays(20),
                        amount,
                        unpaid ? 0 : amount)
                .update();
        if (!unpaid) {
            jdbc.sql("insert into payment values (?, ?, ?, ?)")
                    .params(id(number), at(issued.plusDays(8)), amount, month % 3 == 0 ? "Espèces" : "Mobile Money")
                    .update();
        }
    }

    private void line(Row line, Row customer) {
        String number = line.text("number");
        Random drawn = new Random(number.hashCode());
        boolean main = number.equals(customer.text("number"));
        BigDecimal balance =
                main ? new BigDecimal(customer.text("balance")) : BigDecimal.valueOf(50L * drawn.nextInt(60));
        jdbc.sql("insert into line values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        id(customer.text("number")),
                        line.text("offer"),
                        line.text("status"),
                        LocalDate.parse(line.text("since")),
                        balance,
                        today.plusDays(10 + drawn.nextInt(50)),
                        "%08d".formatted(drawn.nextInt(100_000_000)),
                        "8922901" + number.substring(1).concat("00000000000").substring(0, 12))
                .update();
        LocalDate bought = today.minusDays(30 + drawn.nextInt(900));
        jdbc.sql("insert into equipment values (?, ?, ?, ?)")
                .params(number, MODELS.get(drawn.nextInt(MODELS.size())), bought, bought.plusYears(2))
                .update();
        if (drawn.nextInt(3) == 0) {
            jdbc.sql("insert into line_option values (?, 'Appels illimités week-end', 1500, ?)")
                    .params(number, today.plusDays(drawn.nextInt(30)))
                    .update();
        }
        if (drawn.nextInt(5) == 0) {
            jdbc.sql("insert into operator_order (msisdn, kind, detail) values (?, 'sim', 'Remplacement de carte SIM')")
                    .param(number)
                    .update();
        }
        usage(number, drawn);
    }

    private void usage(String number, Random drawn) {
        for (int day = 0; day < DAYS; day += 1 + drawn.nextInt(3)) {
            boolean voice = drawn.nextInt(3) == 0;
            jdbc.sql("insert into usage values (?, ?, ?, ?, ?)")
                    .params(
                            number,
                            at(today.minusDays(day)),
                            voice ? "voice" : "data",
                            voice ? 20 + drawn.nextInt(900) : 50 + drawn.nextInt(1500),
                            drawn.nextInt(6) == 0 ? 25 * drawn.nextInt(20) : 0)
                    .update();
        }
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(10, 15).atOffset(ZoneOffset.UTC);
    }

    private static String id(String number) {
        return "C" + number.substring(1);
    }

    private static String name(Row row) {
        String first = row.optional("firstName");
        return first == null ? row.text("lastName") : first + " " + row.text("lastName");
    }
}
