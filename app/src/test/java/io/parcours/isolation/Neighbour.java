package io.parcours.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.engine.Model;
import io.parcours.engine.Models;
import io.parcours.security.DemoUser;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.TenantContext;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The other operator of the house, who has something of everything: a customer, a case at work, a failure, a model of its own. */
@Component
class Neighbour {

    static final String TENANT = "littoral";

    static final String NAME = "Zéphyrine Quenum-Gbaguidi";
    static final String NUMBER = "+2290166554433";
    static final String SUBJECT = "Le pylône de la plage grésille depuis la tempête de dimanche";
    static final String WRITTEN = "Mon code confidentiel est resté affiché chez votre revendeur";
    static final String FAILURE = "La passerelle du littoral refuse le certificat de Zéphyrine";
    static final String NOTICE = "Photos du poteau couché devant la maison de Zéphyrine";
    static final String MODEL = "Barème réservé aux abonnés du littoral";

    private static final Duration JOBS = Duration.ofSeconds(30);

    private final Complaints complaints;
    private final Customers customers;
    private final Models models;
    private final WorkQueue work;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private House house;

    Neighbour(
            Complaints complaints,
            Customers customers,
            Models models,
            WorkQueue work,
            Inbox inbox,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.complaints = complaints;
        this.customers = customers;
        this.models = models;
        this.work = work;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What of it the tests know by name.
     *
     * @param ids every one of which only this operator has
     */
    record House(String caseNumber, Customer customer, String taskId, List<String> ids) {

        static final List<String> WORDS = List.of(NAME, NUMBER, SUBJECT, WRITTEN, FAILURE, NOTICE, MODEL);

        House {
            ids = List.copyOf(ids);
        }
    }

    /** Moves in once; the tests of a run share it. */
    synchronized House house() {
        if (house == null) {
            house = TenantContext.call(TENANT, this::moveIn);
        }
        return house;
    }

    private House moveIn() {
        UUID customer = transaction.execute(status -> customer());
        String number = as(
                DemoUser.KOFFI,
                () -> complaints.register(customer, Motive.BILLING, SUBJECT, BigDecimal.valueOf(31_700)));
        assertThat(number)
                .as("opened after another case of theirs, whose number another operator may have too")
                .matches("PA-\\d{4}-7\\d{5}");
        WorkItem item = awaited(number);
        List<String> ids = new ArrayList<>(List.of(number, customer.toString(), NUMBER, item.taskId()));
        transaction.executeWithoutResult(status -> {
            ids.add(message(number));
            ids.add(call(customer, number));
            ids.add(file(number));
            ids.add(incident());
        });
        notice();
        ids.add(as(DemoUser.KODJO, this::model));
        return new House(number, customers.find(customer).orElseThrow(), item.taskId(), ids);
    }

    /** Case numbers are counted for each operator apart; from here on this one has some that no other has. */
    private UUID customer() {
        jdbc.sql("insert into case_number (year, last) values (date_part('year', now())::int, 700000)"
                        + " on conflict (tenant_id, year) do update set last = case_number.last + 700000")
                .update();
        UUID id = jdbc.sql("insert into customer (kind, first_name, last_name, segment, payer_quality, since)"
                        + " values ('customer', ?, ?, 'GOLD', 'GOOD', date '2019-03-01') returning id")
                .params(NAME.split(" ")[0], NAME.split(" ")[1])
                .query(UUID.class)
                .single();
        jdbc.sql("insert into contact_point (channel, address, customer_id) values ('sms', ?, ?)")
                .params(NUMBER, id)
                .update();
        return id;
    }

    private WorkItem awaited(String number) {
        await().atMost(JOBS).pollInSameThread().until(() -> !work.ofCase(number).isEmpty());
        return work.ofCase(number).get(0);
    }

    private String message(String number) {
        return jdbc.sql(
                        "insert into message (conversation_id, inbound, channel, external_id, case_number, text, state, unread)"
                                + " select id, true, channel, 'mo-of-the-neighbour', ?, ?, 'received', true from conversation"
                                + " where address = ? returning id")
                .params(number, WRITTEN, NUMBER)
                .query(String.class)
                .single();
    }

    private String call(UUID customer, String number) {
        return jdbc.sql(
                        "insert into agent_call (id, account, inbound, customer_id, case_number, number, purpose, agent, place,"
                                + " leg, state, began_at) values (gen_random_uuid(), 'littoral', false, ?, ?, ?, 'service', ?,"
                                + " 'PJSIP/neighbour', gen_random_uuid(), 'TALKING', now()) returning id")
                .params(customer, number, NUMBER, DemoUser.AFI.username())
                .query(String.class)
                .single();
    }

    /** What their customer sent, kept whole. */
    private String file(String number) {
        String id = jdbc.sql(
                        "insert into media_file (channel, account, media_id, state, name, type, size, created_at,"
                                + " changed_at) values ('sms', 'demo', 'm', 'kept', ?, 'image/png', 9, now(), now()) returning id")
                .param(WRITTEN + ".png")
                .query(String.class)
                .single();
        jdbc.sql("insert into media_chunk (file_id, number, octets) values (?::uuid, 0, convert_to(?, 'UTF8'))")
                .params(id, FAILURE.substring(0, 9))
                .update();
        jdbc.sql("update message set file_id = ?::uuid where external_id = 'mo-of-the-neighbour' and case_number = ?")
                .params(id, number)
                .update();
        return id;
    }

    /** A mail of theirs that nothing acted on. */
    private void notice() {
        inbox.keep(new Notice(
                TENANT,
                "email",
                "littoral-mail",
                Notice.Kind.WORDS,
                Problem.of("notice.mail.tooLarge", 10),
                new Notice.Head("zephyrine@plage.example", NOTICE),
                "Subject: " + NOTICE,
                Instant.now()));
    }

    private String incident() {
        return jdbc.sql("insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_)"
                        + " values (gen_random_uuid()::text, 1, now(), ?, 'failedJob') returning id_")
                .param(FAILURE)
                .query(String.class)
                .single();
    }

    private String model() {
        Model shared = models.all().stream()
                .filter(model -> model.key().equals("complaint-priority") && !model.own())
                .findFirst()
                .orElseThrow();
        String own = models.source(shared.id())
                .replace("complaint-priority", "neighbours-scale")
                .replaceFirst("(<decision [^>]*name=)\"[^\"]*\"", "$1\"" + MODEL + "\"");
        models.deploy("neighbours-scale.dmn", own.getBytes(StandardCharsets.UTF_8));
        return models.all().stream()
                .filter(model -> model.key().equals("neighbours-scale"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static <T> T as(DemoUser person, Supplier<T> act) {
        var before = SecurityContextHolder.getContext();
        ParcoursUser user = new ParcoursUser(
                person.tenant(), person.username(), person.displayName(), Set.of(person.role()), "fr", false);
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
