package io.parcours.bench;

import static io.parcours.bench.BenchApplication.TENANT;

import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Inbox;
import io.parcours.engine.Tasks;
import io.parcours.tenant.TenantContext;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The product as it is: everything traced, row-level security on, each state of a send committed. */
final class OurComplaints implements ComplaintSide {

    static final List<String> QUEUES = List.of("complaint-technical", "complaint-billing", "complaint-relational");
    static final Map<String, Object> SOLUTION =
            Map.of("outcome", "SOLVED", "resolution", "La facture est corrigée, un avoir suit.");

    private final ApplicationContext context;
    private final Inbox inbox;
    private final WorkQueue queue;
    private final Tasks tasks;
    private final BenchApplication.Person person;
    private final Tally tally;
    private final AtomicLong ids = new AtomicLong();

    OurComplaints(ApplicationContext context) {
        this.context = context;
        this.inbox = context.getBean(Inbox.class);
        this.queue = context.getBean(WorkQueue.class);
        this.tasks = context.getBean(Tasks.class);
        this.person = context.getBean(BenchApplication.Person.class);
        this.tally = context.getBean(BenchApplication.Provider.class).tally;
    }

    @Override
    public String name() {
        return "Parcours";
    }

    @Override
    public String database() {
        return "parcours";
    }

    @Override
    public void receives(String msisdn, String text) {
        TenantContext.run(
                TENANT,
                () -> inbox.receive(new InboundMessage(
                        TENANT,
                        "sms",
                        "demo",
                        "mo-" + ids.incrementAndGet(),
                        msisdn,
                        text,
                        Instant.now(),
                        Optional.empty())));
    }

    @Override
    public void solvesNext(String agent) {
        person.is(agent);
        try {
            TenantContext.run(TENANT, () -> {
                WorkItem item = queue.claimNext(QUEUES).orElseThrow();
                tasks.complete(item.taskId(), SOLUTION);
            });
        } finally {
            person.leaves();
        }
    }

    @Override
    public void awaitSends(int sends) {
        tally.await(sends);
    }

    @Override
    public int open() {
        return TenantContext.call(TENANT, () -> context.getBean(TransactionTemplate.class)
                .execute(status -> context.getBean(JdbcClient.class)
                        .sql("select count(*) from act_ru_execution where parent_id_ is null")
                        .query(Integer.class)
                        .single()));
    }
}
