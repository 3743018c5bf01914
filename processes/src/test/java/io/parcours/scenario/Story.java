package io.parcours.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Complaint;
import io.parcours.complaint.Motive;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.engine.TaskForm;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.TimelineEntry;
import io.parcours.work.WorkItem;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One subscriber's story, the way people see it: what is written and told, what waits in which queue, how time passes. */
public class Story {

    private final Scenario scene;
    private final String tenant;
    private final String msisdn;
    private final Map<String, Integer> read = new HashMap<>();
    private int written;

    Story(Scenario scene, String tenant, String msisdn) {
        this.scene = scene;
        this.tenant = tenant;
        this.msisdn = msisdn;
    }

    // --- what the subscriber does

    public Story writes(String text) {
        return writes(text, "mo-" + msisdn + "-" + ++written);
    }

    public Story writes(String text, String externalId) {
        TenantContext.run(
                tenant,
                () -> scene.inbox.receive(new InboundMessage(
                        tenant, "sms", "demo", externalId, msisdn, text, scene.clock.instant(), Optional.empty())));
        return runsJobs();
    }

    /** From the same number, by WhatsApp. */
    public Story writesByWhatsApp(String text) {
        return byWhatsApp(text, null);
    }

    /** Touches a button or a row of a list. */
    public Story touches(String question, String value) {
        String label = scene.texts.find(question + "." + value, "fr").orElseThrow();
        return byWhatsApp(label, question + "#" + value);
    }

    private Story byWhatsApp(String text, String choice) {
        return receives(new InboundMessage(
                tenant,
                "whatsapp",
                "demo",
                "wamid-" + msisdn + "-" + ++written,
                msisdn,
                text,
                scene.clock.instant(),
                Optional.empty(),
                Optional.ofNullable(choice),
                Optional.empty(),
                new InboundMessage.Person("Awa", msisdn, List.of())));
    }

    /** The platform receives it. */
    public Story receives(InboundMessage message) {
        TenantContext.run(tenant, () -> scene.inbox.receive(message));
        return runsJobs();
    }

    /** The message centre took it, and says now that it never arrived. */
    public Story didNotArrive(OutboundMessage bySms) {
        TenantContext.run(
                tenant,
                () -> scene.inbox.receive(
                        scene.sms.undeliverable(bySms, "027", SendRefused.Kind.ELSEWHERE, scene.clock.instant())));
        return runsJobs();
    }

    public Story answers(String text) {
        return writes(text);
    }

    // --- what people do

    public Story registered(Motive motive, String description, BigDecimal amount) {
        inTenant(() -> scene.complaints.register(customerId(), motive, description, amount));
        return runsJobs();
    }

    /** Whoever works the task's queue claims and completes it. */
    public Story completes(String taskKey, Object... fieldsAndValues) {
        WorkItem item = item(taskKey).orElseThrow(() -> new AssertionError(taskKey + " waits nowhere: " + open()));
        return as("somebody of " + item.queue(), roles(item.queue()), () -> {
            scene.tasks.claim(item.taskId());
            scene.tasks.complete(item.taskId(), submission(item, fieldsAndValues));
        });
    }

    /** The same for the task that waits in this queue, where several cases are open. */
    public Story completesIn(String queue, Object... fieldsAndValues) {
        WorkItem item = open().stream()
                .filter(each -> each.queue().equals(queue))
                .findFirst()
                .orElseThrow();
        return as("somebody of " + queue, roles(queue), () -> {
            scene.tasks.claim(item.taskId());
            scene.tasks.complete(item.taskId(), submission(item, fieldsAndValues));
        });
    }

    /** Fills only what is given; read-only facts are not sent. */
    private static Map<String, Object> submission(WorkItem item, Object... fieldsAndValues) {
        Map<String, Object> submission = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            submission.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return submission;
    }

    public Story as(String name, String[] roles, Runnable action) {
        scene.as(tenant, name, roles, action);
        return runsJobs();
    }

    public TaskForm form(String taskKey) {
        WorkItem item = item(taskKey).orElseThrow();
        scene.person.is("somebody", roles(item.queue()));
        try {
            return inTenant(() -> scene.tasks.form(item.taskId()));
        } finally {
            scene.person.leaves();
        }
    }

    public Story passes(Duration duration) {
        scene.jobs.pass(tenant, caseNumber(), duration);
        return this;
    }

    public Story runsJobs() {
        scene.jobs.runBackground(tenant);
        caseNumbers().forEach(number -> scene.jobs.runDue(tenant, number));
        return this;
    }

    // --- what is seen

    /** The next SMS to the subscriber is this text, with any values. */
    public Story isTold(String code) {
        return isTold(scene.sms, code);
    }

    public Story isToldByWhatsApp(String code) {
        return isTold(scene.whatsapp, code);
    }

    private Story isTold(RecordingChannel channel, String code) {
        List<OutboundMessage> sent = channel.sentTo(msisdn);
        int position = read.merge(channel.name(), 1, Integer::sum) - 1;
        assertThat(sent).as("messages to %s by %s", msisdn, channel.name()).hasSizeGreaterThan(position);
        String pattern = Pattern.compile("\\{\\w+}")
                .splitAsStream(scene.texts.find(code, "fr").orElseThrow())
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow();
        assertThat(sent.get(position).text()).as("told").matches(Pattern.compile(pattern + ".*", Pattern.DOTALL));
        return this;
    }

    public Story isAsked(String code) {
        return isTold(code);
    }

    public Story isAskedByWhatsApp(String code) {
        return isToldByWhatsApp(code);
    }

    /** By no channel. */
    public Story isToldNothingMore() {
        for (RecordingChannel channel : List.of(scene.sms, scene.whatsapp)) {
            assertThat(channel.sentTo(msisdn))
                    .as("messages to %s by %s", msisdn, channel.name())
                    .hasSize(read.getOrDefault(channel.name(), 0));
        }
        return this;
    }

    public Story forgetsMessages() {
        read.put("sms", scene.sms.sentTo(msisdn).size());
        read.put("whatsapp", scene.whatsapp.sentTo(msisdn).size());
        return this;
    }

    /** The last SMS. */
    public OutboundMessage lastMessage() {
        return last(scene.sms);
    }

    public OutboundMessage lastByWhatsApp() {
        return last(scene.whatsapp);
    }

    private OutboundMessage last(RecordingChannel channel) {
        List<OutboundMessage> sent = channel.sentTo(msisdn);
        return sent.get(sent.size() - 1);
    }

    public Story hasWorkIn(String queue) {
        assertThat(open()).as("open work").anyMatch(item -> item.queue().equals(queue));
        return this;
    }

    public Story hasNoWorkIn(String queue) {
        assertThat(open()).as("open work").noneMatch(item -> item.queue().equals(queue));
        return this;
    }

    public Story endsAt(String endEvent) {
        assertThat(lastEnd()).contains(endEvent);
        assertThat(open()).isEmpty();
        return this;
    }

    public Story isNotEnded() {
        assertThat(lastEnd()).isEmpty();
        return this;
    }

    private Optional<String> lastEnd() {
        return timeline().stream()
                .filter(entry -> entry.kind().equals("journeyEnded"))
                .reduce((first, second) -> second)
                .map(TimelineEntry::activityId);
    }

    public List<WorkItem> open() {
        return caseNumbers().stream()
                .flatMap(number -> inTenant(() -> scene.queue.ofCase(number)).stream())
                .toList();
    }

    public Optional<WorkItem> item(String taskKey) {
        return open().stream().filter(item -> item.taskKey().equals(taskKey)).findFirst();
    }

    public List<TimelineEntry> timeline() {
        return inTenant(() -> scene.timeline.ofCustomer(customerId(), 1_000));
    }

    public List<String> trace() {
        return timeline().stream().map(TimelineEntry::kind).toList();
    }

    public Complaint complaint() {
        return inTenant(() -> scene.complaints.of(customerId())).get(0);
    }

    public Complaint complaintOf(String caseNumber) {
        return inTenant(() -> scene.complaints.find(caseNumber)).orElseThrow();
    }

    /** The newest case. */
    public String caseNumber() {
        List<String> numbers = caseNumbers();
        return numbers.get(numbers.size() - 1);
    }

    public List<String> caseNumbers() {
        return inTenant(() -> scene.transaction.execute(status -> scene.jdbc
                .sql("select case_number from journey_case where customer_id in"
                        + " (select customer_id from contact_point where address = ?) order by case_number")
                .param(msisdn)
                .query(String.class)
                .list()));
    }

    public UUID customerId() {
        return inTenant(() -> scene.transaction.execute(status -> scene.jdbc
                .sql("select distinct customer_id from contact_point where address = ?")
                .param(msisdn)
                .query(UUID.class)
                .single()));
    }

    public String msisdn() {
        return msisdn;
    }

    public <T> T inTenant(Supplier<T> action) {
        return TenantContext.call(tenant, action);
    }

    Story isCustomer(String segment, String payerQuality, int years) {
        TenantContext.run(
                tenant,
                () -> scene.transaction.executeWithoutResult(status -> {
                    UUID id = scene.jdbc
                            .sql("insert into customer (kind, first_name, last_name, segment, payer_quality, since)"
                                    + " values ('customer', 'Awa', 'Dossou', ?, ?, ?) returning id")
                            .params(
                                    segment,
                                    payerQuality,
                                    Date.valueOf(
                                            LocalDate.now().minusYears(years).minusDays(1)))
                            .query(UUID.class)
                            .single();
                    scene.jdbc
                            .sql("insert into contact_point (channel, address, customer_id) values ('sms', ?, ?)")
                            .params(msisdn, id)
                            .update();
                }));
        return this;
    }

    /** Known by a number that no connector reaches. */
    public Story hasNoAddress() {
        TenantContext.run(
                tenant,
                () -> scene.transaction.executeWithoutResult(status -> scene.jdbc
                        .sql("update contact_point set channel = 'letter' where address = ?")
                        .param(msisdn)
                        .update()));
        return this;
    }

    private String[] roles(String queue) {
        return inTenant(() -> scene.transaction.execute(status -> scene.jdbc
                .sql("select r from queue q, unnest(q.roles) r where q.code = ?")
                .param(queue)
                .query(String.class)
                .list()
                .toArray(String[]::new)));
    }
}
