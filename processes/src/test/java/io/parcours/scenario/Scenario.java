package io.parcours.scenario;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Texts;
import io.parcours.engine.Models;
import io.parcours.engine.Tasks;
import io.parcours.engine.TestJobs;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import io.parcours.trace.Timeline;
import io.parcours.work.WorkQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins stories. Each has a subscriber of its own, so that tests never meet. */
public class Scenario {

    public static final String TENANT = "demo";

    /** An operator with models of its own: others count on one without, or on case numbers that it has not reached. */
    public static final String WITH_MODELS = "lagune";

    private static final AtomicInteger SUBSCRIBERS = new AtomicInteger(10_000);

    final Inbox inbox;
    final RecordingChannel sms;
    final RecordingChannel whatsapp;
    final Tasks tasks;
    final WorkQueue queue;
    final Timeline timeline;
    final Complaints complaints;
    final Conversations conversations;
    final TestJobs jobs;
    final TestApplication.Person person;
    final Texts texts;
    final Clock clock;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    private final Tenants tenants;
    private final Models models;

    Scenario(
            Inbox inbox,
            RecordingChannel sms,
            RecordingChannel whatsapp,
            Tasks tasks,
            WorkQueue queue,
            Timeline timeline,
            Complaints complaints,
            Conversations conversations,
            TestJobs jobs,
            TestApplication.Person person,
            Tenants tenants,
            Models models,
            Texts texts,
            Clock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.sms = sms;
        this.whatsapp = whatsapp;
        this.tasks = tasks;
        this.queue = queue;
        this.timeline = timeline;
        this.complaints = complaints;
        this.conversations = conversations;
        this.jobs = jobs;
        this.person = person;
        this.tenants = tenants;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        TenantContext.runAsSystem(() -> {
            tenants.add(new Tenant("demo", "Sahel Mobile", "#0b6e4f", "BJ", "XOF", "Africa/Porto-Novo"));
            tenants.add(new Tenant("littoral", "Littoral Télécom", "#7a3b8f", "BJ", "XOF", "Africa/Porto-Novo"));
        });
    }

    /** @param files of the folder {@code models-operator}, at work for {@link #WITH_MODELS} from now on */
    public void models(String... files) {
        TenantContext.runAsSystem(
                () -> tenants.add(new Tenant(WITH_MODELS, "Lagune", "#1f5f8b", "BJ", "XOF", "Africa/Porto-Novo")));
        for (String file : files) {
            TenantContext.run(WITH_MODELS, () -> models.deploy(file, model(file)));
        }
    }

    private static byte[] model(String file) {
        try {
            return new ClassPathResource("models-operator/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody whom the operator does not know yet. */
    public Story somebody() {
        return somebodyOf(TENANT);
    }

    /** Somebody whose address on a channel is no telephone number. */
    public Story somebodyAt(String address) {
        jobs.resetTime();
        return new Story(this, TENANT, address);
    }

    private Story somebodyOf(String tenant) {
        jobs.resetTime();
        return new Story(this, tenant, "+2299700%04d".formatted(SUBSCRIBERS.incrementAndGet() % 10_000));
    }

    /** A customer of the base. @param since years ago */
    public Story customer(String segment, String payerQuality, int since) {
        return somebody().isCustomer(segment, payerQuality, since);
    }

    /** Somebody whom another operator does not know yet. */
    public Story strangerOf(String tenant) {
        return somebodyOf(tenant);
    }

    /** Another operator's customer, in good standing for three years. */
    public Story customerOf(String tenant) {
        return somebodyOf(tenant).isCustomer("STANDARD", "GOOD", 3);
    }

    public Story writes(String text) {
        return somebody().writes(text);
    }

    public Story writesTo(String tenant, String text) {
        return somebodyOf(tenant).writes(text);
    }

    /** A customer in the middle of a complaint that waits in the back office's queue. */
    public Story complains(Motive motive) {
        return somebody()
                .writes("Bonjour, j'ai un problème")
                .answers(String.valueOf(motive.ordinal() + 1))
                .forgetsMessages();
    }

    /** An agent registers it for a caller of the base. */
    public Story registers(Motive motive, String description, BigDecimal amount) {
        return customer("STANDARD", "GOOD", 3).registered(motive, description, amount);
    }

    /** Somebody of any operator does something. */
    public void as(String tenant, String name, String[] roles, Runnable action) {
        person.is(name, roles);
        try {
            TenantContext.run(tenant, action);
        } finally {
            person.leaves();
        }
    }
}
